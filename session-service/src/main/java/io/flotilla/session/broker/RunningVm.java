package io.flotilla.session.broker;

import java.time.Instant;
import java.util.Optional;

/** A VM the platform says it runs. */
public record RunningVm(String vmId, Instant createdAt, Optional<String> tag) {}
