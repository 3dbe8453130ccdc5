package io.flotilla.session.usersession;

import io.flotilla.kit.id.IdSource;
import io.flotilla.kit.revocation.Revocations;
import io.flotilla.kit.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/** Opens, finds, extends and ends user sessions. */
@ApplicationScoped
public class Visits {
    /** What a cookie of ours looks like; nothing else is worth a question to the record. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** The life of a token plus what clocks may differ: after that no token of an ended session is left to revoke. */
    private static final Duration TOKENS_GONE = Duration.ofMinutes(6);

    /** @param fresh whether the browser has to be told its new secret */
    record Visit(UserSession session, Secret secret, boolean fresh) {}

    private final UserSessions sessions;
    private final Expiry expiry;
    private final Revocations revocations;
    private final UserActivity activity;
    private final IdSource ids;
    private final InstantSource clock;

    Visits(
            UserSessions sessions,
            Expiry expiry,
            Revocations revocations,
            UserActivity activity,
            IdSource ids,
            InstantSource clock) {
        this.sessions = sessions;
        this.expiry = expiry;
        this.revocations = revocations;
        this.activity = activity;
        this.ids = ids;
        this.clock = clock;
    }

    /** The session of this cookie, or a new anonymous one under a new secret: a value we do not know is never adopted. */
    Visit open(Optional<Secret> cookie) {
        if (cookie.isPresent()) {
            var running = running(cookie.get());
            if (running.isPresent()) {
                return new Visit(running.get(), cookie.get(), false);
            }
        }
        var secret = Secret.random();
        var session = UserSession.anonymous(ids.uuid().toString(), ids.uuid().toString(), clock.instant());
        sessions.insert(session, secret.sha256Hex());
        return new Visit(session, secret, true);
    }

    /** The session of this cookie, over or not. */
    Optional<UserSession> known(Secret cookie) {
        return SECRET.matcher(cookie.reveal()).matches() ? sessions.findBySecret(cookie.sha256Hex()) : Optional.empty();
    }

    /** The session of this cookie, unless it is over. */
    Optional<UserSession> running(Secret cookie) {
        return known(cookie).filter(this::isRunning);
    }

    Optional<UserSession> running(String handle) {
        return sessions.findByHandle(handle).filter(this::isRunning);
    }

    boolean isRunning(UserSession session) {
        return !expiry.isOver(session, clock.instant());
    }

    Instant endOf(UserSession session) {
        return expiry.endOf(session);
    }

    Duration remaining(UserSession session) {
        return expiry.remaining(session, clock.instant());
    }

    /** Counts as an act of the user, written down at once. */
    UserSession extend(UserSession session) {
        activity.actedNow(session.handle());
        return sessions.findByHandle(session.handle()).orElse(session);
    }

    /** Ends it. Tokens die first: whoever retries after a fault in between finds the session still there. */
    void end(UserSession session) {
        revocations.revoke(session.handle(), clock.instant().plus(TOKENS_GONE));
        sessions.remove(session.handle());
    }
}
