package io.flotilla.session.studysession;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One timer of one user. Immutable; every step gives a new value, a revision later. A step that is none, as pausing what is paused, gives
 * the same value.
 *
 * @param notes what its owner wrote; nobody else reads it
 * @param revision grows with every step, from 1
 */
public record StudySession(
        String id,
        String ownerId,
        Beginning beginning,
        StudyState state,
        @Nullable String notes,
        long revision) {
    /**
     * What never changes.
     *
     * @param vmSessionId the VM session whose people hear of it; null for a timer of one's own
     */
    public record Beginning(
            String subjectId, Plan plan, @Nullable String vmSessionId, Instant at) {}

    public static StudySession started(String id, String ownerId, Beginning beginning) {
        return new StudySession(id, ownerId, beginning, new StudyState.Running(Duration.ZERO, beginning.at()), null, 1);
    }

    public boolean isOver() {
        return state instanceof StudyState.Ended;
    }

    public boolean isRunning() {
        return state instanceof StudyState.Running;
    }

    public Duration elapsed(Instant now) {
        return state.elapsed(now);
    }

    /** How much of it was study, breaks not counted. */
    public Duration studied(Instant now) {
        return beginning.plan().studied(elapsed(now));
    }

    /** When it ends by itself if nobody does anything; empty while it stands still. */
    public Optional<Instant> endsAt() {
        return state instanceof StudyState.Running running
                ? Optional.of(running.reaches(beginning.plan().length().orElse(Plan.LONGEST)))
                : Optional.empty();
    }

    public StudySession paused(Instant now, PauseReason why) {
        return state instanceof StudyState.Running running ? with(running.paused(now, why)) : this;
    }

    public StudySession resumed(Instant now) {
        return state instanceof StudyState.Paused paused ? with(paused.resumed(now)) : this;
    }

    /** The first end counts. */
    public StudySession ended(Instant now, StudyEnd why) {
        return switch (state) {
            case StudyState.Running running -> with(running.ended(now, why));
            case StudyState.Paused paused -> with(paused.ended(now, why));
            case StudyState.Ended _ -> this;
        };
    }

    /** What is written beside it changes nothing that anybody else sees. */
    public StudySession noted(@Nullable String text) {
        return new StudySession(id, ownerId, beginning, state, text, revision);
    }

    /** The same session, of an account that its owner signed in to. */
    public StudySession of(String account) {
        return new StudySession(id, account, beginning, state, notes, revision + 1);
    }

    private StudySession with(StudyState next) {
        return new StudySession(id, ownerId, beginning, next, notes, revision + 1);
    }
}
