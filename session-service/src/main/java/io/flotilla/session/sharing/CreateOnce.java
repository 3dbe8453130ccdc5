package io.flotilla.session.sharing;

import io.flotilla.kit.id.IdSource;
import io.flotilla.session.config.Pause;
import io.flotilla.session.config.SessionConfig;
import io.flotilla.session.idempotency.IdempotencyRecords;
import io.flotilla.session.idempotency.IdempotencyRecords.Claim;
import io.flotilla.session.idempotency.IdempotencyRecords.Request;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Person;
import io.flotilla.session.vmsession.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Creates a VM session once for each idempotency key: repeats, also simultaneous ones, get the same session and participant, with a
 * fresh token, for the first one's may have expired. A refused creation is not remembered.
 */
@ApplicationScoped
public class CreateOnce {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final IdempotencyRecords records;
    private final CreateVmSession creation;
    private final JoinVmSession join;
    private final IdSource ids;
    private final InstantSource clock;
    private final Pause pause;
    private final SessionConfig config;

    // One more than the house allows: waiting needs a clock, a pause and a bound.
    public CreateOnce(
            IdempotencyRecords records,
            CreateVmSession creation,
            JoinVmSession join,
            IdSource ids,
            InstantSource clock,
            Pause pause,
            SessionConfig config) {
        this.records = records;
        this.creation = creation;
        this.join = join;
        this.ids = ids;
        this.clock = clock;
        this.pause = pause;
        this.config = config;
    }

    public Outcome<Entry> create(Person owner, VmWishes wishes) {
        return creation.create(ids.readable(), owner, wishes);
    }

    public Outcome<Entry> create(Person owner, VmWishes wishes, Request request) {
        var id = ids.readable();
        var deadline = clock.instant().plus(patience());
        while (true) {
            switch (records.claim(request, id, clock.instant(), config.session().abandonedAfter())) {
                case Claim.Mine _ -> {
                    return carryOut(id, owner, wishes, request);
                }
                case Claim.Done(String sessionId) -> {
                    return join.join(sessionId, owner);
                }
                case Claim.Different _ -> {
                    return Outcome.refused(new Refusal.KeyReused());
                }
                case Claim.AtWork _ -> {
                    if (clock.instant().isAfter(deadline)
                            || Thread.currentThread().isInterrupted()) {
                        return Outcome.refused(
                                new Refusal.KeyInUse(config.session().retryAfter()));
                    }
                    pause.take(LOOK_AGAIN);
                }
            }
        }
    }

    private Outcome<Entry> carryOut(String id, Person owner, VmWishes wishes, Request request) {
        var granted = false;
        try {
            var outcome = creation.create(id, owner, wishes);
            granted = outcome instanceof Outcome.Done<Entry>;
            if (granted) {
                records.complete(request, id);
            }
            return outcome;
        } finally {
            if (!granted) {
                records.release(request, id);
            }
        }
    }

    /** As long as the one at work may need. */
    private Duration patience() {
        return config.broker().startTimeout().multipliedBy(2);
    }
}
