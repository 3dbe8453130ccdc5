package io.flotilla.socket.packet;

/** What a message came to. */
public sealed interface Reading {
    record Whole(Packet packet) implements Reading {}

    /** Attachments are to follow. */
    record Partial() implements Reading {}

    /** No packet; the connection is not to be trusted any more. */
    record Odd(String why) implements Reading {}
}
