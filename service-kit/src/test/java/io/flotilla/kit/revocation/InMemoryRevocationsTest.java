package io.flotilla.kit.revocation;

import java.time.InstantSource;

class InMemoryRevocationsTest extends RevocationsContract {
    private final Revocations revocations = new InMemoryRevocations(InstantSource.system());

    @Override
    Revocations revocations() {
        return revocations;
    }
}
