package io.flotilla.kit.revocation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The twin for tests: one list, one process. */
public final class InMemoryRevocations implements Revocations {
    private final KnownRevocations known;

    public InMemoryRevocations(InstantSource clock) {
        this.known = new KnownRevocations(clock);
    }

    @Override
    public void revoke(String sid, Instant until) {
        known.forgetExpired();
        known.learn(sid, until);
    }

    @Override
    public boolean isRevoked(String sid) {
        return known.contains(sid);
    }

    @Override
    public Subscription onRevoked(Consumer<String> listener) {
        return known.listen(listener);
    }
}
