package io.flotilla.session.visit;

import io.flotilla.kit.revocation.Revocations;
import io.flotilla.kit.secret.Secret;
import io.flotilla.session.config.SessionConfig;
import io.flotilla.session.sessionrecord.EndSession;
import io.flotilla.session.sessionrecord.UserSessions;
import io.flotilla.session.usersession.Browser;
import io.flotilla.session.usersession.Browser.Judgement;
import io.flotilla.session.usersession.Expiry;
import io.flotilla.session.usersession.SessionEnd;
import io.flotilla.session.usersession.UserSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the user session behind a cookie or a handle. Being looked for is no activity. */
@ApplicationScoped
public class Recognise {
    /** What a cookie of ours looks like; nothing else is worth a question to the record. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final UserSessions sessions;
    private final EndSession ends;
    private final Revocations revocations;
    private final Expiry expiry;
    private final InstantSource clock;
    private final boolean fingerprinting;

    public Recognise(
            UserSessions sessions,
            EndSession ends,
            Revocations revocations,
            Expiry expiry,
            InstantSource clock,
            SessionConfig config) {
        this.sessions = sessions;
        this.ends = ends;
        this.revocations = revocations;
        this.expiry = expiry;
        this.clock = clock;
        this.fingerprinting = config.session().fingerprinting();
    }

    /**
     * By the cookie's value. Shown by another browser than the one it was given to, it ends the session; by one that hides what it is, it
     * opens nothing, but that proves nothing either.
     */
    public Seen byCookie(Secret cookie, Browser browser) {
        var found = SECRET.matcher(cookie.reveal()).matches() ? sessions.findBySecret(cookie.sha256Hex()) : none();
        var seen = seen(found);
        return seen instanceof Seen.Running(UserSession session) && fingerprinting ? judged(session, browser) : seen;
    }

    /** By the handle in a verified token. */
    public Seen byHandle(String handle) {
        return seen(sessions.findByHandle(handle));
    }

    /** Whether it has neither been ended nor expired. */
    public boolean isRunning(UserSession session) {
        return session.ending() == null && !expiry.isOver(session, clock.instant());
    }

    /** When it ends by itself, if nothing happens. */
    public Instant endOf(UserSession session) {
        return expiry.endOf(session);
    }

    private Seen seen(Optional<UserSession> found) {
        if (found.isEmpty()) {
            return new Seen.Unknown();
        }
        var session = found.get();
        if (session.ended().isPresent()) {
            return new Seen.Over(session, session.ended().get());
        }
        // Revoked but not ended is what a fault in between leaves; to everybody else it is over already.
        return expiry.isOver(session, clock.instant()) || revocations.isRevoked(session.handle())
                ? new Seen.Over(session, SessionEnd.EXPIRED)
                : new Seen.Running(session);
    }

    private Seen judged(UserSession session, Browser browser) {
        return switch (session.browser().judge(browser)) {
            case Judgement.Same(Browser now) -> new Seen.Running(learnt(session, now));
            case Judgement.Silent _ -> new Seen.Unknown();
            case Judgement.Another _ -> {
                ends.end(session, SessionEnd.ANOTHER_BROWSER);
                yield new Seen.Over(session, SessionEnd.ANOTHER_BROWSER);
            }
        };
    }

    private UserSession learnt(UserSession session, Browser now) {
        if (now.equals(session.browser())) {
            return session;
        }
        sessions.learn(session.handle(), now);
        return session.seen(now);
    }

    private static Optional<UserSession> none() {
        return Optional.empty();
    }
}
