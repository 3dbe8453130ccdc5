package io.flotilla.auth.password;

import io.flotilla.auth.config.AuthConfig;
import io.flotilla.kit.secret.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of passwords, few at once. A password is compared as Unicode composes it (NFKC): keyboards differ in how they write the same
 * letter. Safe for many threads; blocks, and throws {@link io.flotilla.kit.problem.Unavailable} when there is no place for too long.
 */
@Singleton
public final class PasswordHashes {
    private final Argon2id argon2id = new Argon2id();
    private final AtomicReference<@Nullable Phc> nobodys = new AtomicReference<>();
    private final Argon2Cost cost;
    private final HashGate gate;
    private final Timer timer;

    @Inject
    public PasswordHashes(AuthConfig config, MeterRegistry meters) {
        this(
                new Argon2Cost(
                        config.password().memoryKib(),
                        config.password().passes(),
                        config.password().lanes()),
                config.password().atOnce(),
                config.password().patience(),
                meters.timer("flotilla.password.hash"));
    }

    PasswordHashes(Argon2Cost cost, int atOnce, Duration patience, Timer timer) {
        this.cost = cost;
        this.gate = new HashGate(atOnce, patience);
        this.timer = timer;
    }

    /** A PHC string. */
    public Secret hash(Secret password) {
        return Secret.of(hashed(password).text());
    }

    /** Whether it is the password behind the hash; where there is none, the same work, and false. */
    public boolean matches(Secret password, @Nullable Secret hash) {
        var known = hash == null ? null : Phc.parse(hash.reveal()).orElse(null);
        var compared = known == null ? nobodys() : known;
        boolean equal = timed(() -> argon2id.matches(normal(password), compared));
        return equal && known != null;
    }

    /** Whether it was made at another cost than hashes are made at now. */
    public boolean isOutdated(Secret hash) {
        return Phc.parse(hash.reveal())
                .filter(known -> known.cost().equals(cost))
                .isEmpty();
    }

    private Phc hashed(Secret password) {
        return timed(() -> argon2id.hash(normal(password), cost));
    }

    /** The hash of a password nobody knows. */
    private Phc nobodys() {
        var known = nobodys.get();
        if (known != null) {
            return known;
        }
        var made = hashed(Secret.random());
        nobodys.set(made);
        return made;
    }

    private <T> T timed(Supplier<T> work) {
        return gate.through(() -> timer.record(work));
    }

    private static Secret normal(Secret password) {
        return Secret.of(Normalizer.normalize(password.reveal(), Normalizer.Form.NFKC));
    }
}
