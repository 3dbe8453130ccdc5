package io.flotilla.gateway.presence;

import io.flotilla.gateway.protocol.Role;
import java.time.Instant;

/** One socket of one person. */
public record Attendance(
        String connectionId, String participantId, String userId, String name, Role role, Instant since) {}
