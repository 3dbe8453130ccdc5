package io.flotilla.session.sessionrecord;

import io.flotilla.session.RunningService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class PanacheUserSessionsIT extends UserSessionsContract {
    @Inject
    UserSessions sessions;

    @Override
    protected UserSessions sessions() {
        return sessions;
    }
}
