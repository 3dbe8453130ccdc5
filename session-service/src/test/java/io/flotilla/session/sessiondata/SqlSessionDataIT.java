package io.flotilla.session.sessiondata;

import io.flotilla.session.RunningService;
import io.flotilla.session.sessionrecord.UserSessions;
import io.flotilla.session.usersession.UserSessionFixtures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class SqlSessionDataIT extends SessionDataContract {
    @Inject
    SessionData data;

    @Inject
    UserSessions sessions;

    @Override
    protected SessionData data() {
        return data;
    }

    @Override
    protected void begin(String session) {
        sessions.insert(UserSessionFixtures.visitor(session, Instant.now()), "hash-" + session);
    }
}
