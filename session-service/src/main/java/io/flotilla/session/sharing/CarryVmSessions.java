package io.flotilla.session.sharing;

import io.flotilla.session.usersession.CarriedOver;
import io.flotilla.session.vmsession.VmSessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/**
 * VM sessions go along with a visitor who signs in: owner and stays are the account's, participant ids remain, so the same stay is joined
 * again with the account's session. An account may so be in more sessions than its limit; the limit holds for the next one.
 */
@ApplicationScoped
public class CarryVmSessions implements CarriedOver {
    private final VmSessions sessions;
    private final ShowRoom rooms;
    private final Places places;
    private final InstantSource clock;

    public CarryVmSessions(VmSessions sessions, ShowRoom rooms, Places places, InstantSource clock) {
        this.sessions = sessions;
        this.rooms = rooms;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public void carryOver(Handover handover) {
        sessions.handOver(handover.fromUser(), handover.toUser(), clock.instant());
    }

    @Override
    public void carriedOver(Handover handover) {
        var theirs = sessions.ofUser(handover.toUser());
        if (theirs.isEmpty()) {
            return;
        }
        // First the new places, then the old ones: in between they count as one, for it is the same VM session.
        places.align();
        theirs.forEach(session -> {
            places.releaseOf(handover.fromUser(), session);
            rooms.show(session);
        });
    }
}
