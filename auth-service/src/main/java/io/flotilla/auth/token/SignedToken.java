package io.flotilla.auth.token;

import io.flotilla.kit.secret.Secret;
import java.time.Duration;

/** A token as it goes over the wire, and how long it will serve. */
public record SignedToken(Secret jwt, Duration life) {}
