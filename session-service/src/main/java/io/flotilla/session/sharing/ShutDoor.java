package io.flotilla.session.sharing;

import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.VmSession;
import jakarta.enterprise.context.ApplicationScoped;

/** Shuts the door behind those the record shows outside, and gives back the places they held. May be repeated. */
@ApplicationScoped
public class ShutDoor {
    private final ShowRoom rooms;
    private final Places places;

    public ShutDoor(ShowRoom rooms, Places places) {
        this.rooms = rooms;
        this.places = places;
    }

    /** Does nothing for a stay that has not ended. */
    public void behind(VmSession session, String participantId) {
        session.stay(participantId).ifPresent(stay -> {
            var departure = stay.departure();
            if (departure != null) {
                var now = rooms.showAndTell(session, stay.id(), departure.way().wire());
                giveBack(now, stay);
            }
        });
    }

    /** An owner's place is held until the end; somebody who is back holds the place of the stay before. */
    private void giveBack(VmSession session, Participant stay) {
        if (!session.isOwnedBy(stay.userId()) && session.inside(stay.userId()).isEmpty()) {
            places.release(Places.holding(session, stay));
        }
    }
}
