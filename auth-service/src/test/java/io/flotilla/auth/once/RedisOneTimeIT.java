package io.flotilla.auth.once;

import io.flotilla.auth.SessionServiceTwin;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class RedisOneTimeIT extends OneTimeContract {
    @Inject
    OneTime kept;

    @Override
    OneTime kept() {
        return kept;
    }
}
