package io.flotilla.session.signin;

import io.flotilla.session.sessionrecord.EndSession;
import io.flotilla.session.sessionrecord.SessionMeters;
import io.flotilla.session.suspicion.Suspicions;
import io.flotilla.session.usersession.CarriedOver;
import io.flotilla.session.usersession.UserSessionEvent;
import io.flotilla.session.usersession.UserSessionEvents;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** What follows once a sign-in is stored: derived state is brought up to date, and those concerned are told. Fails nothing. */
@ApplicationScoped
class SignInAftermath {
    private static final Logger LOG = Logger.getLogger(SignInAftermath.class);

    private final List<CarriedOver> carried;
    private final EndSession ends;
    private final UserSessionEvents events;
    private final SessionMeters meters;
    private final Suspicions suspicions;

    SignInAftermath(
            @All List<CarriedOver> carried,
            EndSession ends,
            UserSessionEvents events,
            SessionMeters meters,
            Suspicions suspicions) {
        this.carried = carried;
        this.ends = ends;
        this.events = events;
        this.meters = meters;
        this.suspicions = suspicions;
    }

    void of(Opened opened) {
        var session = opened.session();
        meters.opened(session);
        opened.handover().ifPresent(handover -> carried.forEach(one -> tried(() -> one.carriedOver(handover))));
        opened.ended().forEach(gone -> ends.tell(gone.session(), gone.why()));
        suspicions.look(session);
        events.tell(new UserSessionEvent.SessionChanged(session.userId(), session.handle()));
    }

    private static void tried(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warnf("what a visitor took along is not all up to date yet: %s", e.toString());
        }
    }
}
