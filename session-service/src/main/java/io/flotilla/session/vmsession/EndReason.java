package io.flotilla.session.vmsession;

import java.util.Arrays;
import java.util.Locale;

/** Why a VM session ended; {@link #wire} is its name in messages and in the record. */
public enum EndReason {
    REQUESTED,
    ABSOLUTE,
    INACTIVE,
    OFFLINE,
    CRASHED,
    BROKER_LOST,
    /** It never came to life: the platform or a service it needs failed while it was being opened. */
    FAILED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason of that name; a name we do not know yet counts as a crash, for the VM is gone all the same. */
    public static EndReason ofWire(String wire) {
        return Arrays.stream(values())
                .filter(reason -> reason.wire().equals(wire))
                .findFirst()
                .orElse(CRASHED);
    }
}
