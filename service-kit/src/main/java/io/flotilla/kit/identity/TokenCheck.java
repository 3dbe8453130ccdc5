package io.flotilla.kit.identity;

/** What looking at a token came to. */
public sealed interface TokenCheck<C extends TokenClaims> {
    /** The token is genuine, of the asked kind, in time, and its session not revoked. */
    record Accepted<C extends TokenClaims>(C claims) implements TokenCheck<C> {}

    /** It is not. The reason is for logs; strangers get the same answer for all. */
    record Refused<C extends TokenClaims>(String reason) implements TokenCheck<C> {}

    /** Nobody can say now: keys or revocations cannot be read. Answer 503, not 401. */
    record Unknown<C extends TokenClaims>(String reason) implements TokenCheck<C> {}
}
