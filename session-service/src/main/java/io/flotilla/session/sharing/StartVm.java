package io.flotilla.session.sharing;

import io.flotilla.session.broker.Start;
import io.flotilla.session.broker.VmBroker;
import io.flotilla.session.broker.VmOrder;
import io.flotilla.session.config.SessionConfig;
import io.flotilla.session.vmsession.ChangeVmSession;
import io.flotilla.session.vmsession.EndReason;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.Person;
import io.flotilla.session.vmsession.Refusal;
import io.flotilla.session.vmsession.VmSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Brings a recorded session to life: its VM, then the owner's door. One that does not come to life is ended, and all it held is free. */
@ApplicationScoped
public class StartVm {
    private final ChangeVmSession changes;
    private final VmBroker broker;
    private final Admission admission;
    private final EndVmSession ends;
    private final InstantSource clock;
    private final SessionConfig.Session config;

    public StartVm(
            ChangeVmSession changes,
            VmBroker broker,
            Admission admission,
            EndVmSession ends,
            InstantSource clock,
            SessionConfig config) {
        this.changes = changes;
        this.broker = broker;
        this.admission = admission;
        this.ends = ends;
        this.clock = clock;
        this.config = config.session();
    }

    Outcome<Entry> start(VmSession opening, Participant stay, Person owner, VmWishes wishes) {
        var opened = false;
        try {
            var outcome = started(opening, wishes).then(live -> admission.admit(live, stay, owner));
            opened = outcome instanceof Outcome.Done<Entry>;
            return outcome;
        } finally {
            if (!opened) {
                ends.end(opening.id(), EndReason.FAILED);
            }
        }
    }

    private Outcome<VmSession> started(VmSession opening, VmWishes wishes) {
        var order = new VmOrder(opening.id(), opening.ownerId(), wishes.asFields(opening.setup()));
        return switch (broker.start(order)) {
            case Start.Started(String vmId) -> goLive(opening.id(), vmId);
            case Start.NoCapacity(String details) ->
                Outcome.refused(new Refusal.NoCapacity(details, config.retryAfter()));
            case Start.Unwanted(String words) -> Outcome.refused(new Refusal.Unwanted(words));
            case Start.Failed(String details, boolean passing) ->
                Outcome.refused(new Refusal.PlatformFailed(details, passing));
        };
    }

    private Outcome<VmSession> goLive(String id, String vmId) {
        var refusal = new Refusal.PlatformFailed("The browser ended while it was being started", true);
        return changes.change(id, found -> found.flatMap(session -> session.live(vmId, clock.instant()))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(refusal)));
    }
}
