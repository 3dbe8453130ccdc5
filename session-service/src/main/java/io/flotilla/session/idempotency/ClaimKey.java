package io.flotilla.session.idempotency;

import io.flotilla.session.config.Pause;
import io.flotilla.session.config.SessionConfig;
import io.flotilla.session.idempotency.IdempotencyRecords.Claim;
import io.flotilla.session.idempotency.IdempotencyRecords.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Claims keys, and waits while another call with the same one is at work. */
@ApplicationScoped
public class ClaimKey {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final IdempotencyRecords records;
    private final InstantSource clock;
    private final Pause pause;
    private final SessionConfig config;

    public ClaimKey(IdempotencyRecords records, InstantSource clock, Pause pause, SessionConfig config) {
        this.records = records;
        this.clock = clock;
        this.pause = pause;
        this.config = config;
    }

    /** As {@link IdempotencyRecords#claim}; {@link Claim.AtWork} only when that lasted, or the thread was interrupted. */
    public Claim claim(Request request, String sessionId) {
        var deadline = clock.instant().plus(patience());
        while (true) {
            var claim = records.claim(
                    request, sessionId, clock.instant(), config.session().abandonedAfter());
            if (!(claim instanceof Claim.AtWork)
                    || clock.instant().isAfter(deadline)
                    || Thread.currentThread().isInterrupted()) {
                return claim;
            }
            pause.take(LOOK_AGAIN);
        }
    }

    /** As long as the one at work may need. */
    private Duration patience() {
        return config.broker().startTimeout().multipliedBy(2);
    }
}
