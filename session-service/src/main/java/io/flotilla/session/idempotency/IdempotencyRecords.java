package io.flotilla.session.idempotency;

import java.time.Duration;
import java.time.Instant;

/** What was asked under which key. Thread-safe; blocks; one step each, also over several nodes. */
public interface IdempotencyRecords {
    /**
     * One wish to create.
     *
     * @param keyHash of the key as the client sent it
     * @param bodyHash of the request's body
     */
    record Request(String userId, String keyHash, String bodyHash) {}

    /** What is known about a request. */
    sealed interface Claim {
        /** Yours to carry out: nobody else does until the hold is over. */
        record Mine() implements Claim {}

        /** Carried out before: that session is the answer. */
        record Done(String sessionId) implements Claim {}

        /** Somebody is at it. */
        record AtWork() implements Claim {}

        /** The key was used for another body. */
        record Different() implements Claim {}
    }

    /**
     * Claims the request, or says what became of it. A hold that ran out, because its process died, is taken over.
     *
     * @param sessionId what the session will be called if the claim is granted
     */
    Claim claim(Request request, String sessionId, Instant now, Duration hold);

    /** The claim of this session was carried out. */
    void complete(Request request, String sessionId);

    /** The claim of this session came to nothing; changes nothing once it was completed or taken over. */
    void release(Request request, String sessionId);

    /** The visitor's requests are the account's from now on; under a key that the account used itself, the account's stays. */
    void handOver(String visitor, String account);

    /** Forgets requests older than that; returns how many. */
    int forgetBefore(Instant limit);
}
