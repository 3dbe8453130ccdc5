package io.flotilla.vmbroker.vm;

import io.flotilla.vmbroker.browser.Claim;
import io.flotilla.vmbroker.timeout.Timeouts;
import org.jspecify.annotations.Nullable;

/**
 * What an owner wants of a new VM.
 *
 * @param maxArea px that later resizes may not exceed
 * @param tag at most one live VM of an owner has it, so that a repeated create is free
 * @param tenantId whom the owner bills it to
 */
public record VmSpec(
        Claim claim,
        int maxArea,
        Timeouts timeouts,
        @Nullable String tag,
        @Nullable String tenantId) {}
