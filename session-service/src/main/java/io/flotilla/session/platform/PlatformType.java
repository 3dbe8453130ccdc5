package io.flotilla.session.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where VMs come from; {@link #wire} is its name in JSON and in the record. */
public enum PlatformType {
    /** The machines of this installation. */
    CHROMIUM,
    /** The remote browser API. */
    HYPERBEAM,
    KUBERNETES;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PlatformType> ofWire(String wire) {
        return Arrays.stream(values()).filter(type -> type.wire().equals(wire)).findFirst();
    }
}
