package io.flotilla.session.studynews;

import io.flotilla.session.studysession.Phase;
import io.flotilla.session.studysession.Plan;
import io.flotilla.session.studysession.StudySession;
import io.flotilla.session.studysession.StudyState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A study session as clients see it ({@code contracts/study-sessions.md}). Pure. */
public final class StudyView {
    private StudyView() {}

    /** As its owner sees it. Fields without a value are left out. */
    public static Map<String, Object> of(StudySession session, Instant now) {
        var body = new LinkedHashMap<String, Object>();
        var elapsed = session.elapsed(now);
        body.put("id", session.id());
        body.put("sessionId", session.id());
        body.put("userId", session.ownerId());
        body.put("subjectId", session.beginning().subjectId());
        body.put("type", type(session.beginning().plan()));
        body.put("status", status(session.state()));
        body.put("duration", elapsed.toSeconds());
        body.put("studied", session.studied(now).toSeconds());
        putPlan(body, session.beginning().plan(), elapsed);
        put(body, "vmSessionId", session.beginning().vmSessionId());
        body.put("startedAt", session.beginning().at().toString());
        putState(body, session.state());
        put(body, "notes", session.notes());
        body.put("revision", session.revision());
        return body;
    }

    /** As the gateways hear of it: they go on counting from {@code elapsedMs}. */
    public static Map<String, Object> of(StudyChange change, Instant now) {
        return Map.of(
                "event", change.event(),
                "session", of(change.session(), now),
                "elapsedMs", change.session().elapsed(now).toMillis(),
                "audience", change.audience());
    }

    private static void putPlan(Map<String, Object> body, Plan plan, Duration elapsed) {
        switch (plan) {
            case Plan.Free(var planned) -> put(body, "durationSeconds", seconds(planned));
            case Plan.Pomodoro(var focus, var rest, var longRest) -> {
                put(body, "durationSeconds", seconds(focus));
                put(body, "breakSeconds", seconds(rest));
                put(body, "longBreakSeconds", seconds(longRest));
            }
        }
        // A second that has begun counts as left, so that what has run and what is left make up the whole.
        put(
                body,
                "remaining",
                plan.left(elapsed).map(left -> left.plusMillis(999).toSeconds()).orElse(null));
        plan.phase(elapsed).ifPresent(phase -> putPhase(body, phase));
    }

    private static void putPhase(Map<String, Object> body, Phase phase) {
        body.put("phase", phase.kind().wire());
        body.put("round", phase.round());
    }

    private static void putState(Map<String, Object> body, StudyState state) {
        switch (state) {
            case StudyState.Running _ -> {}
            case StudyState.Paused paused -> {
                body.put("pausedAt", paused.since().toString());
                body.put("pauseReason", paused.why().wire());
            }
            case StudyState.Ended ended -> {
                body.put("endedAt", ended.since().toString());
                body.put("endReason", ended.why().wire());
            }
        }
    }

    private static String status(StudyState state) {
        return switch (state) {
            case StudyState.Running _ -> "active";
            case StudyState.Paused _ -> "paused";
            case StudyState.Ended _ -> "ended";
        };
    }

    private static String type(Plan plan) {
        return switch (plan) {
            case Plan.Free _ -> "free";
            case Plan.Pomodoro _ -> "pomodoro";
        };
    }

    private static @Nullable Long seconds(@Nullable Duration length) {
        return length == null ? null : length.toSeconds();
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
