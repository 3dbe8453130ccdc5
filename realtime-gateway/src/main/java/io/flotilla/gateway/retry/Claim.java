package io.flotilla.gateway.retry;

/** Whose a command is. */
public sealed interface Claim {
    /** Nobody has done it: whoever asked does it now, and says {@link Commands#done} or {@link Commands#undone}. */
    record Mine() implements Claim {}

    /** It was done, and this was the answer. */
    record Done(String answer) implements Claim {}

    /** Somebody is at it, or has died at it a moment ago. */
    record Underway() implements Claim {}
}
