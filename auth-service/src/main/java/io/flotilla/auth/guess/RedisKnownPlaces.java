package io.flotilla.auth.guess;

import io.flotilla.auth.config.AuthConfig;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.secret.Secret;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Keys {@code guess:known:{hash}} that end by themselves; hashes, so that Redis holds no list of addresses. */
@Singleton
public final class RedisKnownPlaces implements KnownPlaces {
    private static final Logger log = Logger.getLogger(RedisKnownPlaces.class);

    private final RedisDataSource redis;
    private final Duration knownFor;

    public RedisKnownPlaces(RedisDataSource redis, AuthConfig config) {
        this.redis = redis;
        this.knownFor = config.guesses().knownFor();
    }

    @Override
    public void remember(String accountId, String place) {
        try {
            redis.execute("SET", key(accountId, place), "1", "PX", Long.toString(knownFor.toMillis()));
        } catch (RuntimeException e) {
            log.debug("a place could not be remembered", e);
        }
    }

    @Override
    public boolean knows(String accountId, String place) {
        try {
            return redis.execute("EXISTS", key(accountId, place)).toInteger() == 1;
        } catch (RuntimeException e) {
            throw new Unavailable("Attempts cannot be counted at the moment", e);
        }
    }

    private static String key(String accountId, String place) {
        return "guess:known:" + Secret.of(accountId + "\n" + place).sha256Hex();
    }
}
