package io.flotilla.session.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionConfigTest {
    @Test
    void hasTheDefaultsOfTheContract() {
        var session = config(Map.of()).session();

        assertThat(session.idleTimeout()).isEqualTo(Duration.ofHours(1));
        assertThat(session.lifetime()).isEqualTo(Duration.ofHours(48));
        assertThat(session.cleanupBatch()).isEqualTo(100);
        assertThat(session.activityResolution()).isEqualTo(Duration.ofSeconds(30));
        assertThat(session.vmSessionsPerUser()).isEqualTo(2);
        assertThat(session.vmSessionsPerAddress()).isEqualTo(2);
        assertThat(session.retryAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(session.vmAbsoluteTimeout()).isEqualTo(Duration.ofHours(2));
        assertThat(session.vmInactiveTimeout()).isEqualTo(Duration.ofHours(1));
        assertThat(session.vmOfflineTimeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(session.vmWarning()).isEqualTo(Duration.ofSeconds(60));
        assertThat(session.abandonedAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(session.historyKept()).isEqualTo(Duration.ofDays(30));
        assertThat(session.idempotencyKept()).isEqualTo(Duration.ofHours(24));
        assertThat(session.studyGrace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(session.auditKept()).isEqualTo(Duration.ofDays(30));
        assertThat(session.platforms()).containsExactly("chromium");
        assertThat(session.secretKey()).isEmpty();
        assertThat(session.platformTestTimeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void hasDefaultsForTheBroker() {
        var broker = config(Map.of()).broker();

        assertThat(broker.url()).isEqualTo(URI.create("http://127.0.0.1:8083"));
        assertThat(broker.startTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(broker.callTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(broker.attempts()).isEqualTo(3);
        assertThat(broker.firstPause()).isEqualTo(Duration.ofMillis(150));
    }

    @Test
    void waitsForAbandonedWorkLongerThanAnyCallTakes() {
        var config = config(Map.of());
        var longest =
                config.broker().startTimeout().multipliedBy(config.broker().attempts());

        assertThat(config.session().abandonedAfter()).isGreaterThan(longest);
    }

    @Test
    void takesTheNamesOperatorsKnow() {
        var session = config(Map.of(
                        "SESSION_IDLE_TIMEOUT_SECONDS", "60",
                        "SESSION_LIFETIME_SECONDS", "120",
                        "SESSION_CLEANUP_BATCH_SIZE", "7",
                        "flotilla.session.vm-sessions-per-user", "5",
                        "flotilla.session.vm-sessions-per-address", "9"))
                .session();

        assertThat(session.idleTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(session.lifetime()).isEqualTo(Duration.ofMinutes(2));
        assertThat(session.cleanupBatch()).isEqualTo(7);
        assertThat(session.vmSessionsPerUser()).isEqualTo(5);
        assertThat(session.vmSessionsPerAddress()).isEqualTo(9);
    }

    private static SessionConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(SessionConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(SessionConfig.class);
    }
}
