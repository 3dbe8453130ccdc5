package io.flotilla.session.study;

import io.flotilla.session.studysession.Plan;
import org.jspecify.annotations.Nullable;

/** What a user wants of a study session. */
public sealed interface StudyCommand {
    /** A new one. */
    record Start(String subjectId, Plan plan, @Nullable String vmSessionId) implements StudyCommand {}

    /** Of one that is there. */
    sealed interface OfSession extends StudyCommand {
        String sessionId();

        /** As in “permission to …”. */
        String verb();
    }

    record Pause(String sessionId) implements OfSession {
        @Override
        public String verb() {
            return "pause";
        }
    }

    record Resume(String sessionId) implements OfSession {
        @Override
        public String verb() {
            return "resume";
        }
    }

    record End(String sessionId, @Nullable String notes) implements OfSession {
        @Override
        public String verb() {
            return "end";
        }
    }
}
