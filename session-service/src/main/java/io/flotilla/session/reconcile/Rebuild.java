package io.flotilla.session.reconcile;

import io.flotilla.session.sharing.Places;
import io.flotilla.session.sharing.SharingMeters;
import io.flotilla.session.sharing.ShowRoom;
import io.flotilla.session.vmsession.VmSessions;
import jakarta.enterprise.context.ApplicationScoped;

/** Rebuilds what is kept outside the record, limits and rooms, from the record. */
@ApplicationScoped
public class Rebuild {
    private final VmSessions sessions;
    private final ShowRoom rooms;
    private final Places places;
    private final SharingMeters meters;

    public Rebuild(VmSessions sessions, ShowRoom rooms, Places places, SharingMeters meters) {
        this.sessions = sessions;
        this.rooms = rooms;
        this.places = places;
        this.meters = meters;
    }

    public void rebuild() {
        places.align();
        var live = Repairs.live(sessions.unfinished());
        live.forEach(rooms::show);
        meters.live(live.size());
    }
}
