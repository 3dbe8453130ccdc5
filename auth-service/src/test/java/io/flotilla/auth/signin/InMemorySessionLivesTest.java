package io.flotilla.auth.signin;

import java.time.InstantSource;

class InMemorySessionLivesTest extends SessionLivesContract {
    private final SessionLives sessions = new InMemorySessionLives(InstantSource.system());

    @Override
    SessionLives sessions() {
        return sessions;
    }
}
