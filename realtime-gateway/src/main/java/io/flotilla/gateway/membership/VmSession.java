package io.flotilla.gateway.membership;

import java.time.Duration;

/** A VM session as {@code vm-session:{id}} shows it. */
public sealed interface VmSession {
    String vmId();

    /**
     * It runs.
     *
     * @param mode how control is given: a word of session-service
     * @param turn how long a turn is, where there are turns
     */
    record Live(String vmId, String ownerId, String mode, Duration turn) implements VmSession {}

    record Ended(String vmId, String reason) implements VmSession {}
}
