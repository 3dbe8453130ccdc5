package io.flotilla.vmbroker.timeout;

import io.flotilla.vmbroker.timeout.Timeouts.Clock;
import java.time.Instant;

/** What is to be done about a VM's clocks now. */
public sealed interface Decision {
    record Keep() implements Decision {}

    /** Viewers shall hear that it closes then; said once for each clock and deadline. */
    record Warn(Clock clock, Instant closesAt) implements Decision {}

    /** The warning no longer holds. */
    record CallOff(Clock clock) implements Decision {}

    record End(Clock clock) implements Decision {}
}
