package io.flotilla.auth.limit;

import io.flotilla.auth.SessionServiceTwin;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class RedisAttemptsIT extends AttemptsContract {
    @Inject
    Attempts attempts;

    @Override
    Attempts attempts() {
        return attempts;
    }
}
