package io.flotilla.session.sharing;

import io.flotilla.session.config.SessionConfig;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.Person;
import io.flotilla.session.vmsession.Role;
import io.flotilla.session.vmsession.Setup;
import io.flotilla.session.vmsession.Timeouts;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Opens a VM session: a platform that can, a place, a record, a VM, a door, in this order, so that whatever fails in between is known to the record or leased,
 * and is given back: at once when this process lives, by the reconciler when it does not.
 */
@ApplicationScoped
public class CreateVmSession {
    private final StartingPlace starting;
    private final Places places;
    private final VmSessions sessions;
    private final StartVm starts;
    private final Stays stays;
    private final SessionConfig.Session config;

    public CreateVmSession(
            StartingPlace starting,
            Places places,
            VmSessions sessions,
            StartVm starts,
            Stays stays,
            SessionConfig config) {
        this.starting = starting;
        this.places = places;
        this.sessions = sessions;
        this.starts = starts;
        this.stays = stays;
        this.config = config.session();
    }

    /**
     * Opens one.
     *
     * @param id what the session will be called; new for every attempt
     */
    public Outcome<Entry> create(String id, Person owner, VmWishes wishes) {
        return starting.of(owner.userId(), wishes.platform()).then(place -> open(id, owner, wishes, place));
    }

    private Outcome<Entry> open(String id, Person owner, VmWishes wishes, StartingPlace.Place place) {
        var stay = stays.begin(owner, Role.OWNER);
        var setup = new Setup(place.platform(), place.connectionId(), timeouts());
        var opening = VmSession.open(id, stay, setup, stay.joinedAt());
        return places.take(Places.holding(opening, stay)).then(_ -> {
            record(opening, stay);
            return starts.start(opening, stay, owner, wishes);
        });
    }

    private void record(VmSession opening, Participant stay) {
        try {
            sessions.insert(opening);
        } catch (RuntimeException e) {
            places.release(Places.holding(opening, stay));
            throw e;
        }
    }

    private Timeouts timeouts() {
        return new Timeouts(
                config.vmAbsoluteTimeout(), config.vmInactiveTimeout(), config.vmOfflineTimeout(), config.vmWarning());
    }
}
