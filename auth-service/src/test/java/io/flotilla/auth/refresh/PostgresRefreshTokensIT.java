package io.flotilla.auth.refresh;

import io.flotilla.auth.SessionServiceTwin;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class PostgresRefreshTokensIT extends RefreshTokensContract {
    @Inject
    RefreshTokens tokens;

    @Override
    RefreshTokens tokens() {
        return tokens;
    }
}
