package io.flotilla.session.visit;

import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.id.IdSource;
import io.flotilla.kit.secret.Secret;
import io.flotilla.session.sessionrecord.SessionMeters;
import io.flotilla.session.sessionrecord.UserActivity;
import io.flotilla.session.sessionrecord.UserSessions;
import io.flotilla.session.usersession.Browser;
import io.flotilla.session.usersession.Expiry;
import io.flotilla.session.usersession.Holder;
import io.flotilla.session.usersession.UserSession;
import io.flotilla.session.usersession.UserSessionEvent;
import io.flotilla.session.usersession.UserSessionEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Opens visitors' sessions, and prolongs anybody's. */
@ApplicationScoped
public class Visits {
    private final UserSessions sessions;
    private final UserActivity activity;
    private final UserSessionEvents events;
    private final SessionMeters meters;
    private final Expiry expiry;
    private final IdSource ids;
    private final InstantSource clock;
    private final String role;

    // Two more than the house allows: a session is opened, counted and told of here.
    Visits(
            UserSessions sessions,
            UserActivity activity,
            UserSessionEvents events,
            SessionMeters meters,
            Expiry expiry,
            IdSource ids,
            InstantSource clock,
            KitConfig config) {
        this.sessions = sessions;
        this.activity = activity;
        this.events = events;
        this.meters = meters;
        this.expiry = expiry;
        this.ids = ids;
        this.clock = clock;
        // Where visitors are not welcome, one may still sign in, and needs a session for that.
        this.role = config.authenticators().contains("anonymous") ? "anonymous" : "pending";
    }

    /** A session for somebody new, under a new secret: a value we do not know is never adopted. */
    UserSession open(Secret secret, Browser browser) {
        var csrfHash = CsrfToken.of(secret).sha256Base64Url();
        var session = UserSession.opened(
                ids.uuid().toString(),
                Holder.visitor(ids.uuid().toString(), role),
                new UserSession.Opening(clock.instant(), "anonymous", false, csrfHash),
                browser);
        sessions.insert(session, secret.sha256Hex());
        meters.opened(session);
        return session;
    }

    Duration remaining(UserSession session) {
        return expiry.remaining(session, clock.instant());
    }

    /** Counts as an act of the user, written down now and then. */
    UserSession beat(UserSession session) {
        activity.acted(session.handle());
        return session.active(clock.instant());
    }

    /** Counts as an act of the user, written down at once. */
    UserSession extend(UserSession session) {
        activity.actedNow(session.handle());
        events.tell(new UserSessionEvent.SessionChanged(session.userId(), session.handle()));
        return sessions.findByHandle(session.handle()).orElse(session);
    }
}
