package io.flotilla.session.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings of session-service beside those all services share ({@link io.flotilla.kit.config.KitConfig}); each is also an environment variable ({@code flotilla.session.vm-sessions-per-user} is
 * {@code FLOTILLA_SESSION_VM_SESSIONS_PER_USER}).
 */
@ConfigMapping(prefix = "flotilla")
public interface SessionConfig {
    Session session();

    Broker broker();

    Egress egress();

    /** Where this installation keeps its files. */
    Optional<Path> home();

    /** User sessions and VM sessions. */
    interface Session {
        /** A user session without activity ends after this. */
        @WithDefault("${SESSION_IDLE_TIMEOUT_SECONDS:3600}")
        Duration idleTimeout();

        /** A user session ends after this, active or not. */
        @WithDefault("${SESSION_LIFETIME_SECONDS:172800}")
        Duration lifetime();

        /** How often one user session's activity is written down at most. */
        @WithDefault("30s")
        Duration activityResolution();

        /** How many ended user sessions the sweeper deletes in one go. */
        @WithDefault("${SESSION_CLEANUP_BATCH_SIZE:100}")
        int cleanupBatch();

        /** How long the record tells why an ended user session opens nothing any more. */
        @WithDefault("24h")
        Duration endedKept();

        /** User sessions one account may have at once, in browsers; as many again may be clients without a cookie. */
        @WithDefault("${SESSION_MAX_CONCURRENT_PER_USER:5}")
        int maxConcurrentPerUser();

        /** Ends a user session whose cookie is shown by another kind of browser. */
        @WithDefault("${SESSION_ENABLE_FINGERPRINTING:true}")
        boolean fingerprinting();

        /** VM sessions one person may be in, owned and joined. */
        @WithDefault("2")
        int vmSessionsPerUser();

        /** VM sessions people of one address may be in. */
        @WithDefault("2")
        int vmSessionsPerAddress();

        /** When to try again after a limit or a full platform, as a hint to the client. */
        @WithDefault("30s")
        Duration retryAfter();

        /** A VM ends after this, whatever happens. */
        @WithDefault("2h")
        Duration vmAbsoluteTimeout();

        /** A VM ends after this without anybody's input. */
        @WithDefault("1h")
        Duration vmInactiveTimeout();

        /** A VM ends after this without anybody connected. */
        @WithDefault("5m")
        Duration vmOfflineTimeout();

        /** How long before its end people are warned. */
        @WithDefault("60s")
        Duration vmWarning();

        /** What is half done for longer than this was left behind by a dead process; longer than any call can take. */
        @WithDefault("2m")
        Duration abandonedAfter();

        /** Ended VM sessions stay in the record this long. */
        @WithDefault("30d")
        Duration historyKept();

        /** Audit entries stay in the record this long. */
        @WithDefault("30d")
        Duration auditKept();

        /** Platforms on which this installation can start VMs. */
        @WithDefault("chromium")
        List<String> platforms();

        /** Keys that seal platform secrets, newest first; without any, one is kept in a file under {@code flotilla.home}. */
        Optional<List<String>> secretKey();

        /** How long a platform may take to answer a test. */
        @WithDefault("5s")
        Duration platformTestTimeout();

        /** A study session whose owner has no connection for so long is paused. */
        @WithDefault("10s")
        Duration studyGrace();

        /** Idempotency keys are remembered this long. */
        @WithDefault("24h")
        Duration idempotencyKept();
    }

    /** What platform connections may reach. */
    interface Egress {
        /** {@code host:port,…} that are opened although their addresses are not public. */
        Optional<List<String>> allow();
    }

    /** vm-broker-service. */
    interface Broker {
        /** Internal base URL. */
        @WithDefault("http://127.0.0.1:8083")
        URI url();

        /** One attempt to start a VM; a cold browser takes seconds. */
        @WithDefault("20s")
        Duration startTimeout();

        /** One attempt of any other call. */
        @WithDefault("5s")
        Duration callTimeout();

        /** Attempts of one call, the first included. */
        @WithDefault("3")
        int attempts();

        /** Pause after the first failed attempt; doubles. */
        @WithDefault("150ms")
        Duration firstPause();
    }
}
