package io.flotilla.auth.once;

import io.flotilla.kit.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The twin for tests: one process. */
public final class InMemoryOneTime implements OneTime {
    private final Map<String, Kept> kept = new HashMap<>();
    private final InstantSource clock;

    public InMemoryOneTime(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void put(String kind, Secret secret, String text, Duration life) {
        kept.put(kind + ":" + secret.sha256Hex(), new Kept(text, clock.instant().plus(life)));
    }

    @Override
    public synchronized Optional<String> take(String kind, Secret secret) {
        return Optional.ofNullable(kept.remove(kind + ":" + secret.sha256Hex()))
                .filter(one -> one.until().isAfter(clock.instant()))
                .map(Kept::text);
    }

    private record Kept(String text, Instant until) {}
}
