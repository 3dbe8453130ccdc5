package io.flotilla.session.studysession;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The record of study sessions and of the commands that changed them. Every call sees what earlier calls, on any node, have stored.
 * Thread-safe; blocks; throws when it cannot be reached. Whatever changes something does so within {@link #alone}.
 */
public interface StudySessions {
    /** The record's own clock, in milliseconds: one for all nodes, so that a time one of them writes is right for all others. */
    Instant now();

    /**
     * Does the work while nobody else, on any node, does any for the same user, and all of it or nothing. Work for two users at once is done
     * by nobody but the sign-in.
     */
    <T> T alone(String userId, Supplier<T> work);

    Optional<StudySession> find(String id);

    /** The one session of that user that is not over. */
    Optional<StudySession> openOf(String userId);

    /** All sessions not over that one of those users owns. */
    List<StudySession> openOf(Collection<String> userIds);

    /** All sessions not over that belong to some VM session. */
    List<StudySession> openShared();

    List<StudySession> all(Collection<String> ids);

    /**
     * Stores a new session, or the next revision of one. Throws, with nothing changed, when another one of its owner is not over either.
     */
    void put(StudySession session);

    /** Makes the account's what the visitor has ended. */
    void handOver(String visitor, String account);

    /** What that command of the user came to, if it was done before. */
    Optional<Answered> answered(String userId, String commandId);

    /** Remembers it; its id is new. */
    void remember(String userId, String commandId, Answered answer);

    /** How many commands of that user are remembered since then. */
    long answeredSince(String userId, Instant since);

    /** Ids of all that run. */
    List<String> running();

    /** Up to so many that run and should have ended by then, longest due first. */
    List<StudySession> due(Instant now, int atMost);

    /** Up to so many that have been paused since before then. */
    List<StudySession> pausedBefore(Instant limit, int atMost);

    /** Sessions of one user, newest first. */
    List<StudySession> page(Page page);

    /** Forgets commands done before then; returns how many. */
    int forgetAnswersBefore(Instant limit);

    /**
     * A command that was done.
     *
     * @param fingerprint of what was asked, by which another use of its id is known
     * @param answer JSON, as it was given
     */
    record Answered(String fingerprint, String answer, Instant at) {}

    /**
     * Which sessions.
     *
     * @param from inclusive, of the start
     * @param to exclusive
     * @param before start and id of the last session of the page before
     */
    record Page(
            String ownerId,
            @Nullable String subjectId,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Place before,
            int atMost) {}

    /** A place in the order of sessions: by start, then by id. */
    record Place(Instant startedAt, String id) {}
}
