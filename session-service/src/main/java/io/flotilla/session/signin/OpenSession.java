package io.flotilla.session.signin;

import io.flotilla.kit.id.IdSource;
import io.flotilla.kit.secret.Secret;
import io.flotilla.session.config.SessionConfig;
import io.flotilla.session.sessionrecord.EndSession;
import io.flotilla.session.sessionrecord.UserSessions;
import io.flotilla.session.signin.Opened.Gone;
import io.flotilla.session.usersession.CarriedOver.Handover;
import io.flotilla.session.usersession.SessionEnd;
import io.flotilla.session.usersession.UserSession;
import io.flotilla.session.visit.CsrfToken;
import io.flotilla.session.visit.Recognise;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens a session for somebody who signed in, in one step over all nodes: the browser's old session ends, what a visitor started is carried
 * over, the user's longest idle sessions go if there are too many. Either all of it happens, or none.
 */
@ApplicationScoped
public class OpenSession {
    private final UserSessions sessions;
    private final Recognise recognise;
    private final EndSession ends;
    private final Beginnings beginnings;
    private final IdSource ids;
    private final InstantSource clock;
    private final int most;

    OpenSession(
            UserSessions sessions,
            Recognise recognise,
            EndSession ends,
            Beginnings beginnings,
            IdSource ids,
            InstantSource clock,
            SessionConfig config) {
        this.sessions = sessions;
        this.recognise = recognise;
        this.ends = ends;
        this.beginnings = beginnings;
        this.ids = ids;
        this.clock = clock;
        this.most = config.session().maxConcurrentPerUser();
    }

    /** Tells nobody yet: {@link SignInAftermath} does. */
    Opened open(Arrival arrival) {
        // Outside of the work, for it may end the old session by itself, and that must not be undone.
        var old = Optional.ofNullable(arrival.cookie())
                .flatMap(cookie -> recognise.byCookie(cookie, arrival.browser()).running());
        var secret = Secret.random();
        return sessions.alone(arrival.holder().userId(), () -> settle(arrival, secret, old));
    }

    private Opened settle(Arrival arrival, Secret secret, Optional<UserSession> old) {
        var ended = new ArrayList<Gone>();
        var left = old.filter(one -> end(one, SessionEnd.SIGNED_IN, ended));
        var running = sessions.unendedOf(arrival.holder().userId()).stream()
                .filter(one -> recognise.isRunning(one))
                .toList();
        if (running.isEmpty()) {
            beginnings.beginAnew(arrival.holder().userId());
        }
        Crowd.displaced(running, arrival.cookieless(), most).forEach(one -> end(one, SessionEnd.DISPLACED, ended));
        var session = session(arrival, secret);
        sessions.insert(session, secret.sha256Hex());
        var handover = left.filter(one -> one.holder().isVisitor())
                .map(one -> new Handover(one.userId(), one.handle(), session.userId(), session.handle()));
        handover.ifPresent(beginnings::carryOver);
        return new Opened(session, secret, List.copyOf(ended), handover);
    }

    /** Two sign-ins of one browser at once: only the first has something to take over. */
    private boolean end(UserSession session, SessionEnd why, List<Gone> ended) {
        boolean mine = ends.endSilently(session, why);
        if (mine) {
            ended.add(new Gone(session, why));
        }
        return mine;
    }

    private UserSession session(Arrival arrival, Secret secret) {
        var csrfHash = arrival.cookieless() ? null : CsrfToken.of(secret).sha256Base64Url();
        return UserSession.opened(
                ids.uuid().toString(),
                arrival.holder(),
                new UserSession.Opening(clock.instant(), arrival.method(), arrival.cookieless(), csrfHash),
                arrival.browser());
    }
}
