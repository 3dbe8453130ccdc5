package io.flotilla.auth.once;

import java.time.InstantSource;

class InMemoryOneTimeTest extends OneTimeContract {
    private final OneTime kept = new InMemoryOneTime(InstantSource.system());

    @Override
    OneTime kept() {
        return kept;
    }
}
