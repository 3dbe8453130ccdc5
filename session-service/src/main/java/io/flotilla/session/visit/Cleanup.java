package io.flotilla.session.visit;

import io.flotilla.session.sessionrecord.EndSession;
import io.flotilla.session.sessionrecord.UserSessions;
import io.flotilla.session.usersession.Expiry;
import io.flotilla.session.usersession.UserSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Ends what has expired of one user's sessions, before the sweeper comes. */
@ApplicationScoped
class Cleanup {
    private final UserSessions sessions;
    private final EndSession ends;
    private final Expiry expiry;
    private final InstantSource clock;

    Cleanup(UserSessions sessions, EndSession ends, Expiry expiry, InstantSource clock) {
        this.sessions = sessions;
        this.ends = ends;
        this.expiry = expiry;
        this.clock = clock;
    }

    /** How many of them had expired; the given one, which runs, never has. */
    int of(UserSession current) {
        var now = clock.instant();
        var limits = new UserSessions.Limits(now.minus(expiry.idle()), now.minus(expiry.lifetime()));
        return (int) sessions.unendedOf(current.userId()).stream()
                .filter(one -> !one.handle().equals(current.handle()))
                .filter(one -> expiry.isOver(one, now))
                .filter(one -> ends.expire(one, limits))
                .count();
    }
}
