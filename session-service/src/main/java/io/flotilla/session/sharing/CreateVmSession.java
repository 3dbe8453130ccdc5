package io.flotilla.session.sharing;

import io.flotilla.kit.id.IdSource;
import io.flotilla.session.config.SessionConfig;
import io.flotilla.session.limit.Taking;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.Person;
import io.flotilla.session.vmsession.Refusal;
import io.flotilla.session.vmsession.Role;
import io.flotilla.session.vmsession.Setup;
import io.flotilla.session.vmsession.Timeouts;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

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
    private final IdSource ids;
    private final InstantSource clock;
    private final SessionConfig.Session config;

    public CreateVmSession(
            StartingPlace starting,
            Places places,
            VmSessions sessions,
            StartVm starts,
            IdSource ids,
            InstantSource clock,
            SessionConfig config) {
        this.starting = starting;
        this.places = places;
        this.sessions = sessions;
        this.starts = starts;
        this.ids = ids;
        this.clock = clock;
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
        var now = clock.instant();
        var stay = Participant.joining(ids.uuid().toString(), owner, Role.OWNER, now);
        var opening = VmSession.open(id, stay, new Setup(place.platform(), place.connectionId(), timeouts()), now);
        var holding = Places.holding(opening, stay);
        if (places.take(holding) instanceof Taking.Full(String scope, int limit)) {
            return Outcome.refused(new Refusal.LimitReached(scope, limit, config.retryAfter()));
        }
        try {
            sessions.insert(opening);
        } catch (RuntimeException e) {
            places.release(holding);
            throw e;
        }
        return starts.start(opening, stay, owner, wishes);
    }

    private Timeouts timeouts() {
        return new Timeouts(
                config.vmAbsoluteTimeout(), config.vmInactiveTimeout(), config.vmOfflineTimeout(), config.vmWarning());
    }
}
