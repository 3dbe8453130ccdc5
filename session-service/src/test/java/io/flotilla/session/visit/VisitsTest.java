package io.flotilla.session.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.secret.Secret;
import io.flotilla.session.sessionrecord.InMemoryUserSessions;
import io.flotilla.session.sessionrecord.SessionMeters;
import io.flotilla.session.sessionrecord.UserActivity;
import io.flotilla.session.sharing.SharingFixtures;
import io.flotilla.session.usersession.Browser;
import io.flotilla.session.usersession.Expiry;
import io.flotilla.session.usersession.InMemoryUserSessionEvents;
import io.flotilla.session.usersession.UserSession;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisitsTest {
    private final SharingFixtures world = new SharingFixtures();
    private final InMemoryUserSessions sessions = new InMemoryUserSessions();
    private final Secret secret = Secret.random();

    @Test
    void welcomesVisitors() {
        var session = opened("anonymous,password");

        assertThat(session.roles()).containsExactly("anonymous");
        assertThat(session.userId()).isNotEqualTo(session.handle()).isEqualTo(session.group());
        assertThat(sessions.findBySecret(secret.sha256Hex())).contains(session);
        assertThat(session.opening().csrfHash()).isEqualTo(CsrfToken.of(secret).sha256Base64Url());
    }

    @Test
    void letsVisitorsOnlySignInWhereTheyAreNotWelcome() {
        assertThat(opened("password,oidc").roles()).containsExactly("pending");
    }

    private UserSession opened(String authenticators) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(KitConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "flotilla.authenticators",
                                authenticators,
                                "quarkus.application.name",
                                "session-service"),
                        "test",
                        500))
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(KitConfig.class);
        var visits = new Visits(
                sessions,
                new UserActivity(sessions, world.clock, world.config),
                new InMemoryUserSessionEvents(),
                new SessionMeters(new SimpleMeterRegistry()),
                new Expiry(Duration.ofHours(1), Duration.ofHours(48)),
                world.ids,
                world.clock,
                config);
        return visits.open(secret, Browser.of(null, null, null));
    }
}
