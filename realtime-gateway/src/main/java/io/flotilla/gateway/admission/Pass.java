package io.flotilla.gateway.admission;

import io.flotilla.gateway.membership.Seat;
import io.flotilla.gateway.protocol.Role;

/**
 * What somebody was let in as.
 *
 * @param userId empty for a guest
 * @param width last known size of the VM's picture, px
 * @param height px
 */
public record Pass(
        String vmId,
        String participantId,
        String userId,
        String name,
        Role role,
        Seat.Claim claim,
        int width,
        int height) {}
