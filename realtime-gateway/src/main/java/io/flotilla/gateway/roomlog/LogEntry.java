package io.flotilla.gateway.roomlog;

/**
 * Something that happened in a room.
 *
 * @param position its place
 * @param id what its maker calls it; without white space
 * @param name of the event; without white space
 * @param json its payload
 */
public record LogEntry(Position position, String id, String name, String json) {}
