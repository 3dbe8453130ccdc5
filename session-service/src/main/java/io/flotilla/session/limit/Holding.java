package io.flotilla.session.limit;

/** One person's place in one VM session, counted against the person and against the address they came from. */
public record Holding(String sessionId, String userId, String address) {}
