package io.flotilla.auth.signin;

import io.flotilla.auth.SessionServiceTwin;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class RestSessionLivesIT extends SessionLivesContract {
    @Inject
    SessionLives sessions;

    @Override
    SessionLives sessions() {
        return sessions;
    }
}
