package io.flotilla.auth.limit;

import java.time.Duration;

/** So many failures within a time from the first; the name says of what. */
public record Allowance(String name, int max, Duration within) {}
