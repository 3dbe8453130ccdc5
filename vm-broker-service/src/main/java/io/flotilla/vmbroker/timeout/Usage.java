package io.flotilla.vmbroker.timeout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a VM's clocks run from.
 *
 * @param unwatchedSince null while somebody watches
 * @param warned what viewers were told last and was not called off since
 */
public record Usage(
        Instant createdAt, Instant lastActAt, @Nullable Instant unwatchedSince, Decision.@Nullable Warn warned) {}
