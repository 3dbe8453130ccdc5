package io.flotilla.session.studysweep;

import io.flotilla.session.studysession.PauseReason;
import io.flotilla.session.studysession.StudyEnd;
import io.flotilla.session.studysession.StudySession;
import java.time.Duration;
import java.time.Instant;

/** What is to become of a session that runs. Pure. */
final class Verdict {
    /** Attendance is renewed every two seconds: so long, nothing is wrong. */
    private static final Duration USUAL = Duration.ofSeconds(5);

    private Verdict() {}

    /** The session after it; the same value when it stays as it is. */
    static StudySession of(StudySession session, Instant now, Duration alone, Duration grace) {
        var end = session.endsAt();
        if (end.isEmpty()) {
            return session;
        }
        // Who goes just before the end and stays away did not complete it; who is back in time did.
        var left = now.minus(alone);
        boolean isAway = alone.compareTo(USUAL) > 0 && left.isBefore(end.get());
        if (isAway) {
            return alone.compareTo(grace) < 0
                    ? session
                    : session.paused(later(left, session), PauseReason.DISCONNECTED);
        }
        return end.get().isAfter(now) ? session : session.ended(end.get(), why(session));
    }

    private static Instant later(Instant left, StudySession session) {
        var since = session.state().since();
        return left.isBefore(since) ? since : left;
    }

    private static StudyEnd why(StudySession session) {
        boolean planned = session.beginning().plan().length().isPresent();
        return planned ? StudyEnd.COMPLETED : StudyEnd.TOO_LONG;
    }
}
