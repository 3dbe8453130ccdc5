package io.flotilla.auth.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of auth-service; {@code flotilla.foo-bar} is {@code FLOTILLA_FOO_BAR} in the environment. */
@ConfigMapping(prefix = "flotilla")
public interface AuthConfig {
    /** Secrets of all services: {@code name=secret;name=secret}. */
    Optional<String> serviceSecrets();

    /** The operator's API key, {@code sk_…}; none, none accepted. */
    Optional<String> apiKey();

    /** Seals signing keys in the database; at least 32 characters. Without it, the file {@code auth/key-encryption-key} under home. */
    Optional<String> keyEncryptionKey();

    /** Directory for data that is not in a database. */
    Optional<Path> home();

    Session session();

    Tokens tokens();

    Keys keys();

    Failures failures();

    /** Who vouches for cookies. */
    interface Session {
        /** Internal base URL of session-service. */
        @WithDefault("http://127.0.0.1:8082")
        URI url();

        /** How long it may take to vouch. */
        @WithDefault("2s")
        Duration timeout();
    }

    /** How long tokens live. */
    interface Tokens {
        @WithDefault("5m")
        Duration user();

        @WithDefault("10m")
        Duration service();

        @WithDefault("15m")
        Duration participant();
    }

    /** The life of signing keys. */
    interface Keys {
        /** A new one takes over this often. */
        @WithDefault("90d")
        Duration rotateEvery();

        /** A new key is published this long before it signs: longer than anybody caches keys. */
        @WithDefault("30m")
        Duration publishAhead();

        /** How often each replica looks for what others made, and whether a new one is due. */
        @WithDefault("30s")
        Duration refresh();
    }

    /** How often one may fail, by name and address. */
    interface Failures {
        @WithDefault("10")
        int max();

        @WithDefault("1m")
        Duration within();
    }
}
