package io.flotilla.gateway.admission;

import io.flotilla.gateway.membership.Seat;
import io.flotilla.gateway.protocol.Role;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was let in as.
 *
 * @param userId empty for a guest
 * @param sessionId handle of the user session behind it; null for a guest, and where the token names none
 * @param width last known size of the VM's picture, px
 * @param height px
 */
public record Pass(
        String vmId,
        String participantId,
        String userId,
        @Nullable String sessionId,
        String name,
        Role role,
        Seat.Claim claim,
        int width,
        int height) {}
