package io.flotilla.session.studysweep;

import io.flotilla.session.attendance.Attendance;
import io.flotilla.session.config.SessionConfig;
import io.flotilla.session.studynews.Audience;
import io.flotilla.session.studynews.StudyChange;
import io.flotilla.session.studynews.TellStudyChanges;
import io.flotilla.session.studysession.StudyEnd;
import io.flotilla.session.studysession.StudySession;
import io.flotilla.session.studysession.StudySessions;
import io.flotilla.session.sweep.Leases;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/** Carries {@link Verdict}s out, while no other node does. */
@ApplicationScoped
class StudySweeper {
    private static final Logger LOG = Logger.getLogger(StudySweeper.class);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration ABANDONED = Duration.ofDays(7);
    private static final Duration ANSWERS_KEPT = Duration.ofHours(24);
    private static final int BATCH = 200;

    private final StudySessions sessions;
    private final Attendance attendance;
    private final Audience audience;
    private final TellStudyChanges telling;
    private final Leases leases;
    private final Duration grace;

    StudySweeper(
            StudySessions sessions,
            Attendance attendance,
            Audience audience,
            TellStudyChanges telling,
            Leases leases,
            SessionConfig config) {
        this.sessions = sessions;
        this.attendance = attendance;
        this.audience = audience;
        this.telling = telling;
        this.leases = leases;
        this.grace = config.session().studyGrace();
    }

    /** What has run out, and what nobody has attended for too long. */
    void everySecond() {
        alone("study-sweeper", () -> {
            var lonely = attendance.aloneFor(grace, BATCH);
            lonely.keySet().forEach(this::look);
            sessions.due(sessions.now(), BATCH).stream()
                    .map(StudySession::id)
                    .filter(id -> !lonely.containsKey(id))
                    .forEach(this::look);
        });
    }

    /** What Redis has lost counts as attended from now on. */
    void everySoOften() {
        alone("study-adopter", () -> attendance.adopt(sessions.running()));
    }

    void everyHour() {
        alone("study-forgetter", () -> {
            var now = sessions.now();
            sessions.forgetAnswersBefore(now.minus(ANSWERS_KEPT));
            for (var one : sessions.pausedBefore(now.minus(ABANDONED), BATCH)) {
                change(
                        one,
                        (session, then) ->
                                isAbandoned(session, then) ? session.ended(then, StudyEnd.ABANDONED) : session);
            }
        });
    }

    private void alone(String lease, Runnable work) {
        leases.take(lease, LEASE).ifPresent(taken -> {
            try {
                work.run();
            } finally {
                taken.release();
            }
        });
    }

    private void look(String id) {
        var found = sessions.find(id).filter(StudySession::isRunning);
        if (found.isEmpty()) {
            attendance.forget(id);
            return;
        }
        change(
                found.get(),
                (session, now) ->
                        Verdict.of(session, now, attendance.aloneFor(id).orElse(Duration.ZERO), grace));
    }

    /** One that cannot be changed does not keep the others from it. */
    private void change(StudySession seen, BiFunction<StudySession, Instant, StudySession> decision) {
        try {
            telling.tell(sessions.alone(seen.ownerId(), () -> decided(seen.id(), decision))
                    .map(after -> List.of(StudyChange.of(after, audience.of(after))))
                    .orElse(List.of()));
        } catch (RuntimeException e) {
            LOG.warnf(e, "study session %s could not be looked after", seen.id());
        }
    }

    private Optional<StudySession> decided(String id, BiFunction<StudySession, Instant, StudySession> decision) {
        var before = sessions.find(id).orElse(null);
        if (before == null) {
            return Optional.empty();
        }
        var after = decision.apply(before, sessions.now());
        if (after.equals(before)) {
            return Optional.empty();
        }
        sessions.put(after);
        return Optional.of(after);
    }

    private static boolean isAbandoned(StudySession session, Instant now) {
        return !session.isRunning()
                && !session.isOver()
                && session.state().since().isBefore(now.minus(ABANDONED));
    }
}
