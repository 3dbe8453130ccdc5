package io.flotilla.auth.key;

import io.flotilla.auth.config.AuthConfig;
import io.flotilla.auth.store.Schema;
import io.flotilla.kit.id.IdSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** Wires the key ring and keeps it fresh. */
@ApplicationScoped
class KeyBeans {
    @Produces
    @Singleton
    KeyRing keyRing(DataSource database, Schema schema, AuthConfig config, IdSource ids, InstantSource clock) {
        var seal = new KeySeal(KeyEncryptionKey.find(config.keyEncryptionKey(), config.home()));
        var lives = List.of(
                config.tokens().user(),
                config.tokens().service(),
                config.tokens().participant());
        Duration longest = Collections.max(lives);
        var rotation = new Rotation(config.keys().rotateEvery(), config.keys().publishAhead(), longest);
        return new KeyRing(new PostgresSigningKeys(database, schema, seal, clock), rotation, ids, clock);
    }

    /** At the start too: the first run makes the first key. */
    @Singleton
    static final class Refreshing {
        private final KeyRing keys;

        Refreshing(KeyRing keys) {
            this.keys = keys;
        }

        @Scheduled(every = "${flotilla.keys.refresh:30s}", identity = "keys")
        @RunOnVirtualThread
        void refresh() {
            keys.refresh();
        }
    }
}
