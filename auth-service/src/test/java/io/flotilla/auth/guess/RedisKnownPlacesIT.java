package io.flotilla.auth.guess;

import io.flotilla.auth.SessionServiceTwin;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class RedisKnownPlacesIT extends KnownPlacesContract {
    @Inject
    KnownPlaces places;

    @Override
    KnownPlaces places() {
        return places;
    }
}
