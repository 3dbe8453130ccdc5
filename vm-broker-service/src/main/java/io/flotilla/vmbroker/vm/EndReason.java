package io.flotilla.vmbroker.vm;

import java.util.Locale;

/** Why a VM is over; {@link #wire} is what {@code contracts/redis-keys.md} and {@code close-codes.md} call it. */
public enum EndReason {
    REQUESTED,
    ABSOLUTE,
    INACTIVE,
    OFFLINE,
    CRASHED,
    BROKER_LOST;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
