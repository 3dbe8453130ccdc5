package io.flotilla.auth.limit;

import io.flotilla.auth.config.AuthConfig;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.secret.Secret;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Counts in Redis by two scripts; keys are hashes, because a name may be a secret typed into the wrong field. */
@ApplicationScoped
public class RedisAttempts implements Attempts {
    private static final Logger log = Logger.getLogger(RedisAttempts.class);

    private final RedisDataSource redis;
    private final int max;
    private final Duration within;
    private final String take;
    private final String giveBack;

    public RedisAttempts(RedisDataSource redis, AuthConfig config) {
        this.redis = redis;
        this.max = config.failures().max();
        this.within = config.failures().within();
        this.take = script("take");
        this.giveBack = script("give-back");
    }

    @Override
    public Optional<Duration> take(Allowance allowance, String key) {
        try {
            var left = redis.execute(
                            "EVAL",
                            take,
                            "1",
                            name(allowance, key),
                            Integer.toString(allowance.max()),
                            Long.toString(allowance.within().toMillis()))
                    .toLong();
            return left == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(left));
        } catch (RuntimeException e) {
            throw new Unavailable("Attempts cannot be counted at the moment", e);
        }
    }

    @Override
    public void giveBack(Allowance allowance, String key) {
        try {
            redis.execute("EVAL", giveBack, "1", name(allowance, key));
        } catch (RuntimeException e) {
            log.debug("an attempt could not be given back", e);
        }
    }

    @Override
    public Allowance usual(String name) {
        return new Allowance(name, max, within);
    }

    /** The allowance's name is hashed too: it may hold what a stranger called himself. */
    private static String name(Allowance allowance, String key) {
        return "guess:failed:" + Secret.of(allowance.name() + "\n" + key).sha256Hex();
    }

    private static String script(String name) {
        try (var in = RedisAttempts.class.getResourceAsStream("/limits/" + name + ".lua")) {
            if (in == null) {
                throw new IllegalStateException("the script " + name + " is not in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
