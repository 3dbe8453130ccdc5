package io.flotilla.gateway.admission;

import io.flotilla.gateway.membership.Seat;
import io.flotilla.gateway.protocol.Role;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was let in as.
 *
 * @param vmSessionId null for a guest, who comes to the VM and not to a session
 * @param userId empty for a guest
 * @param sessionId handle of the user session behind it; null for a guest, and where the token names none
 * @param width last known size of the VM's picture, px
 * @param height px
 */
public record Pass(
        String vmId,
        @Nullable String vmSessionId,
        String participantId,
        String userId,
        @Nullable String sessionId,
        String name,
        Role role,
        boolean mayAct,
        Seat.Claim claim,
        int width,
        int height) {}
