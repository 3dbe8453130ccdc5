package io.flotilla.session.sharing;

import io.flotilla.kit.id.IdSource;
import io.flotilla.session.config.SessionConfig;
import io.flotilla.session.idempotency.ClaimKey;
import io.flotilla.session.idempotency.IdempotencyRecords;
import io.flotilla.session.idempotency.IdempotencyRecords.Claim;
import io.flotilla.session.idempotency.IdempotencyRecords.Request;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Person;
import io.flotilla.session.vmsession.Refusal;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Creates a VM session once for each idempotency key: repeats, also simultaneous ones, get the same session and participant, with a
 * fresh token, for the first one's may have expired. A refused creation is not remembered.
 */
@ApplicationScoped
public class CreateOnce {
    private final ClaimKey keys;
    private final IdempotencyRecords records;
    private final CreateVmSession creation;
    private final JoinVmSession join;
    private final IdSource ids;
    private final SessionConfig.Session config;

    public CreateOnce(
            ClaimKey keys,
            IdempotencyRecords records,
            CreateVmSession creation,
            JoinVmSession join,
            IdSource ids,
            SessionConfig config) {
        this.keys = keys;
        this.records = records;
        this.creation = creation;
        this.join = join;
        this.ids = ids;
        this.config = config.session();
    }

    public Outcome<Entry> create(Person owner, VmWishes wishes) {
        return creation.create(ids.readable(), owner, wishes);
    }

    public Outcome<Entry> create(Person owner, VmWishes wishes, Request request) {
        var id = ids.readable();
        return switch (keys.claim(request, id)) {
            case Claim.Mine _ -> carryOut(id, owner, wishes, request);
            case Claim.Done(String sessionId) -> join.join(sessionId, owner);
            case Claim.Different _ -> Outcome.refused(new Refusal.KeyReused());
            case Claim.AtWork _ -> Outcome.refused(new Refusal.KeyInUse(config.retryAfter()));
        };
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
}
