package io.flotilla.session.sessionrecord;

import io.flotilla.kit.revocation.Revocations;
import io.flotilla.session.usersession.SessionEnd;
import io.flotilla.session.usersession.UserSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Ends user sessions, the one way to do it. Tokens die first: whoever retries after a fault in between finds the session still there. What
 * follows from an end ({@link Aftermath}) comes last, and fails nothing.
 */
@ApplicationScoped
public class EndSession {
    /** The life of a token plus what clocks may differ: after that no token of an ended session is left to revoke. */
    private static final Duration TOKENS_GONE = Duration.ofMinutes(6);

    private final UserSessions sessions;
    private final Revocations revocations;
    private final Aftermath aftermath;
    private final InstantSource clock;

    public EndSession(UserSessions sessions, Revocations revocations, Aftermath aftermath, InstantSource clock) {
        this.sessions = sessions;
        this.revocations = revocations;
        this.aftermath = aftermath;
        this.clock = clock;
    }

    /** Ends it and tells everybody; false when it had ended before. */
    public boolean end(UserSession session, SessionEnd why) {
        boolean ended = endSilently(session, why);
        if (ended) {
            aftermath.of(session, why);
        }
        return ended;
    }

    /** As a part of work that may be undone: who calls this calls {@link #tell} when it is done. False when it had ended before. */
    public boolean endSilently(UserSession session, SessionEnd why) {
        revoke(session);
        return sessions.end(session.handle(), new UserSession.Ending(clock.instant(), why));
    }

    /** What follows from an end that was silent so far. */
    public void tell(UserSession session, SessionEnd why) {
        aftermath.of(session, why);
    }

    /** Ends a session if it still is expired; false when it is not. */
    public boolean expire(UserSession session, UserSessions.Limits limits) {
        boolean expired =
                sessions.expire(session.handle(), limits, new UserSession.Ending(clock.instant(), SessionEnd.EXPIRED));
        if (expired) {
            aftermath.of(session, SessionEnd.EXPIRED);
            // Last, for no token outlives its session by itself: this only closes sockets that are still open.
            revoke(session);
        }
        return expired;
    }

    private void revoke(UserSession session) {
        revocations.revoke(session.handle(), clock.instant().plus(TOKENS_GONE));
    }
}
