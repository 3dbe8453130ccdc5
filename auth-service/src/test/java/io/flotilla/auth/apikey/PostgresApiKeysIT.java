package io.flotilla.auth.apikey;

import io.flotilla.auth.SessionServiceTwin;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class PostgresApiKeysIT extends ApiKeysContract {
    @Inject
    ApiKeys keys;

    @Override
    ApiKeys keys() {
        return keys;
    }
}
