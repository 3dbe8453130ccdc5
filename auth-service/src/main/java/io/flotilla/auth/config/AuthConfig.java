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

    Refresh refresh();

    Keys keys();

    Failures failures();

    Password password();

    Guesses guesses();

    Admin admin();

    /** Who vouches for cookies. */
    interface Session {
        /** Internal base URL of session-service. */
        @WithDefault("http://127.0.0.1:8082")
        URI url();

        /** How long it may take to vouch. */
        @WithDefault("2s")
        Duration timeout();

        /** How long it may take to open or end sessions. */
        @WithDefault("5s")
        Duration changeTimeout();
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

    /** How long refresh tokens live; never longer than the user session they are of. */
    interface Refresh {
        /** One that nobody uses. */
        @WithDefault("30d")
        Duration idle();

        /** All that follow from one sign-in. */
        @WithDefault("90d")
        Duration absolute();
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

    /** Passwords, and what hashing one costs. */
    interface Password {
        /** Whether anybody may open an account. */
        @WithDefault("true")
        boolean signUp();

        /** Memory of one hash in KiB. */
        @WithDefault("19456")
        int memoryKib();

        @WithDefault("2")
        int passes();

        @WithDefault("1")
        int lanes();

        /** So many hashes at once; the rest waits. */
        @WithDefault("2")
        int atOnce();

        /** Whoever waited this long for a place is sent away. */
        @WithDefault("5s")
        Duration patience();
    }

    /** How many passwords may be wrong. */
    interface Guesses {
        /** For one name from one address, or from one known browser. */
        @WithDefault("10")
        int perPlace();

        @WithDefault("15m")
        Duration perPlaceWithin();

        /** For one name from everywhere; then strangers wait. */
        @WithDefault("100")
        int perName();

        @WithDefault("1h")
        Duration perNameWithin();

        /** An address that somebody signed in from is no stranger to that account for so long. */
        @WithDefault("30d")
        Duration knownFor();
    }

    /** The first administrator, made where there is none yet. */
    interface Admin {
        @WithDefault("admin")
        String username();

        /** None: no account is made. */
        Optional<String> password();
    }

    /** How often machines may fail, by name and address. */
    interface Failures {
        @WithDefault("10")
        int max();

        @WithDefault("1m")
        Duration within();
    }
}
