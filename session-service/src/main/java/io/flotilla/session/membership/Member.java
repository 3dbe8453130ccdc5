package io.flotilla.session.membership;

import java.time.Instant;

/** One participant as the gateway sees it. */
public record Member(String participantId, String userId, String role, String name, Instant joinedAt) {}
