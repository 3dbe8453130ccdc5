package io.flotilla.session.reconcile;

import io.flotilla.session.membership.Members;
import io.flotilla.session.sharing.Admission;
import io.flotilla.session.sharing.Places;
import io.flotilla.session.sharing.SharingMeters;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessions;
import io.flotilla.session.vmsession.VmState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Rebuilds what is kept outside the record, limits and members, from the record. */
@ApplicationScoped
public class Rebuild {
    /** Somebody came or went while we wrote; more often than this in a row, the next round does it. */
    private static final int ATTEMPTS = 5;

    private final VmSessions sessions;
    private final Members members;
    private final Places places;
    private final SharingMeters meters;

    public Rebuild(VmSessions sessions, Members members, Places places, SharingMeters meters) {
        this.sessions = sessions;
        this.members = members;
        this.places = places;
        this.meters = meters;
    }

    public void rebuild() {
        places.align();
        var live = Repairs.live(sessions.unfinished());
        live.forEach(this::alignMembers);
        meters.live(live.size());
    }

    private void alignMembers(VmSession session) {
        var current = Optional.of(session);
        for (int attempt = 0; attempt < ATTEMPTS && current.isPresent(); attempt++) {
            var written = current.get();
            if (!(written.state() instanceof VmState.Live live)) {
                session.vmId().ifPresent(vmId -> members.removeAll(vmId, "ended"));
                return;
            }
            members.align(
                    live.vmId(),
                    written.inside().stream().map(Admission::member).toList());
            current = sessions.find(session.id()).filter(now -> now.version() != written.version());
        }
    }
}
