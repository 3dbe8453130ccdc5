package io.flotilla.auth.key;

import io.flotilla.kit.id.IdSource;
import io.flotilla.kit.problem.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * The keys this replica knows, in memory. {@link #refresh} brings what other replicas made and makes what is due; while the record is
 * away, known keys go on serving. Safe for many threads.
 */
public final class KeyRing {
    private static final Logger log = Logger.getLogger(KeyRing.class);
    private static final Duration ANEW_AT_MOST_EVERY = Duration.ofMillis(500);

    private final SigningKeys record;
    private final Rotation rotation;
    private final IdSource ids;
    private final InstantSource clock;
    private final ReentrantLock refreshing = new ReentrantLock();

    private volatile List<SigningKey> keys = List.of();
    private volatile Instant triedAt = Instant.MIN;

    public KeyRing(SigningKeys record, Rotation rotation, IdSource ids, InstantSource clock) {
        this.record = record;
        this.rotation = rotation;
        this.ids = ids;
        this.clock = clock;
    }

    /** Never throws: what is wrong is logged, and readiness tells. */
    public void refresh() {
        refreshing.lock();
        try {
            triedAt = clock.instant();
            var before = keys;
            keys = record.update(this::due);
            if (keys.size() != before.size()) {
                log.infof("signing keys: %s", keys);
            }
        } catch (Unavailable e) {
            log.warn(e.getMessage());
            log.debug("signing keys could not be read", e);
        } finally {
            refreshing.unlock();
        }
    }

    /** The key to sign with now; throws {@link Unavailable} when there is none. */
    public SigningKey signing() {
        return rotation.signing(keys, clock.instant())
                .or(() -> rotation.signing(refreshed(), clock.instant()))
                .orElseThrow(() -> new Unavailable("No signing key is available"));
    }

    /** All keys that others may verify with now, those that will sign soon included; throws {@link Unavailable} when there is none. */
    public List<SigningKey> published() {
        var all = keys.isEmpty() ? refreshed() : keys;
        var now = clock.instant();
        var published = all.stream().filter(key -> key.isPublished(now)).toList();
        if (published.isEmpty()) {
            throw new Unavailable("No signing key is available");
        }
        return published;
    }

    /** What the record has, but asked at most twice a second, whoever asks. */
    List<SigningKey> refreshed() {
        refreshing.lock();
        try {
            if (triedAt.isBefore(clock.instant().minus(ANEW_AT_MOST_EVERY))) {
                refresh();
            }
            return keys;
        } finally {
            refreshing.unlock();
        }
    }

    private Optional<SigningKey> due(List<SigningKey> known) {
        return rotation.due(known, clock.instant()).map(dates -> {
            var pair = Ed25519.generate();
            return new SigningKey(
                    ids.readable(), pair.getPublic(), pair.getPrivate(), dates.notBefore(), dates.retireAt());
        });
    }
}
