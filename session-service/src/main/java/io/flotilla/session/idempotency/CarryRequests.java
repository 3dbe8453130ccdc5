package io.flotilla.session.idempotency;

import io.flotilla.session.usersession.CarriedOver;
import jakarta.enterprise.context.ApplicationScoped;

/** A request repeated after signing in is the same request. */
@ApplicationScoped
class CarryRequests implements CarriedOver {
    private final IdempotencyRecords records;

    CarryRequests(IdempotencyRecords records) {
        this.records = records;
    }

    @Override
    public void carryOver(Handover handover) {
        records.handOver(handover.fromUser(), handover.toUser());
    }
}
