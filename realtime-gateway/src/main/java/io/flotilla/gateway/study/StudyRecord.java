package io.flotilla.gateway.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.studydesk.StudyChange;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Session-service, which keeps the record. Thread-safe; blocks a bounded time; throws {@link io.flotilla.kit.problem.Unavailable} when
 * nobody answers, and then a command may have been done or not: asking again with its id tells.
 */
interface StudyRecord {
    /** Somebody who has come: their address, and what they hear of. */
    record Arrival(@Nullable String email, List<StudyChange> changes) {}

    /** What became of a command. */
    sealed interface Answer {
        /** It is so, and written. */
        record Done(JsonNode session, List<StudyChange> changes) implements Answer {}

        /**
         * It was not done.
         *
         * @param error {@code {code, message, session?}} for the client
         */
        record Refused(ObjectNode error) implements Answer {}
    }

    Arrival arrive(String userId, String sessionId);

    /**
     * Does what a client asks for.
     *
     * @param body as the client sent it
     */
    Answer run(String userId, String command, ObjectNode body);

    /** What these users hear of, and those sessions, over or not. */
    List<StudyChange> heard(Collection<String> users, Collection<String> known);
}
