package io.flotilla.auth.refresh;

import java.time.Instant;

/** The refresh tokens of one user session; whatever happens, they are worth nothing from {@code endsAt} on. */
public record Family(String sessionId, String userId, Instant endsAt) {}
