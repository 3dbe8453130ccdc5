package io.flotilla.session.studysession;

import io.flotilla.session.studysession.StudySession.Beginning;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link StudySession} as PostgreSQL holds it; the only place that knows both shapes. */
@Entity
@Table(name = "study_session")
class StudySessionRow {
    @Id
    String id = "";

    String ownerId = "";
    String subjectId = "";
    String type = "";

    @Nullable
    Long lengthSeconds;

    @Nullable
    Long breakSeconds;

    @Nullable
    Long longBreakSeconds;

    @Nullable
    String vmSessionId;

    Instant startedAt = Instant.EPOCH;
    String state = "";
    Instant stateSince = Instant.EPOCH;
    long ranMillis;

    @Nullable
    String reason;

    /** When it ends by itself, for the index; null while it stands still. */
    @Nullable
    Instant endsAt;

    @Nullable
    String notes;

    long revision;

    void take(StudySession session) {
        id = session.id();
        ownerId = session.ownerId();
        subjectId = session.beginning().subjectId();
        vmSessionId = session.beginning().vmSessionId();
        startedAt = session.beginning().at();
        takePlan(session.beginning().plan());
        takeState(session.state());
        endsAt = session.endsAt().orElse(null);
        notes = session.notes();
        revision = session.revision();
    }

    StudySession toSession() {
        return new StudySession(
                id, ownerId, new Beginning(subjectId, toPlan(), vmSessionId, startedAt), toState(), notes, revision);
    }

    private void takePlan(Plan plan) {
        switch (plan) {
            case Plan.Free(var planned) -> {
                type = "free";
                lengthSeconds = planned == null ? null : planned.toSeconds();
            }
            case Plan.Pomodoro(var focus, var rest, var longRest) -> {
                type = "pomodoro";
                lengthSeconds = focus.toSeconds();
                breakSeconds = rest.toSeconds();
                longBreakSeconds = longRest.toSeconds();
            }
        }
    }

    private Plan toPlan() {
        return switch (type) {
            case "free" -> new Plan.Free(lengthSeconds == null ? null : Duration.ofSeconds(lengthSeconds));
            case "pomodoro" ->
                new Plan.Pomodoro(seconds(lengthSeconds), seconds(breakSeconds), seconds(longBreakSeconds));
            default -> throw new IllegalStateException("study session " + id + " is of no type we know: " + type);
        };
    }

    private void takeState(StudyState next) {
        stateSince = next.since();
        switch (next) {
            case StudyState.Running(var before, var _) -> set("running", before, null);
            case StudyState.Paused(var ran, var _, var why) -> set("paused", ran, why.wire());
            case StudyState.Ended(var ran, var _, var why) -> set("ended", ran, why.wire());
        }
    }

    private void set(String name, Duration ran, @Nullable String why) {
        state = name;
        ranMillis = ran.toMillis();
        reason = why;
    }

    private StudyState toState() {
        var ran = Duration.ofMillis(ranMillis);
        return switch (state) {
            case "running" -> new StudyState.Running(ran, stateSince);
            case "paused" -> new StudyState.Paused(ran, stateSince, PauseReason.ofWire(Objects.requireNonNull(reason)));
            case "ended" -> new StudyState.Ended(ran, stateSince, StudyEnd.ofWire(Objects.requireNonNull(reason)));
            default -> throw new IllegalStateException("study session " + id + " is in no state we know: " + state);
        };
    }

    private static Duration seconds(@Nullable Long number) {
        return Duration.ofSeconds(Objects.requireNonNull(number));
    }
}
