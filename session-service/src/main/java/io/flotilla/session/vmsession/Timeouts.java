package io.flotilla.session.vmsession;

import java.time.Duration;

/**
 * How long the VM may live, and when people are warned.
 *
 * @param absolute since creation
 * @param inactive since the last input of anybody
 * @param offline since the last person's connection went
 * @param warning how long before the end
 */
public record Timeouts(Duration absolute, Duration inactive, Duration offline, Duration warning) {}
