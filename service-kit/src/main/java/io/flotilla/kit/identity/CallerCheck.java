package io.flotilla.kit.identity;

/** What the credentials of a request came to. */
public sealed interface CallerCheck {
    record Known(Caller caller) implements CallerCheck {}

    /** The credential opens nothing; code as in the answer's body. */
    record Refused(String code) implements CallerCheck {}

    /** Too many bad credentials came from there: 429. */
    record Limited(long retryAfterSeconds) implements CallerCheck {}

    /** Nobody can say now: 503. */
    record Unknown(String reason) implements CallerCheck {}
}
