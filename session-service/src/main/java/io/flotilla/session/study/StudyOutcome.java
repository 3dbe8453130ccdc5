package io.flotilla.session.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.session.studynews.StudyChange;
import java.util.List;

/** What became of a command. */
public sealed interface StudyOutcome {
    /**
     * It is so now.
     *
     * @param session as the client is answered, also when it asks again
     * @param changes what came of it, in order; none when it was so before
     */
    record Done(JsonNode session, List<StudyChange> changes) implements StudyOutcome {
        public Done {
            changes = List.copyOf(changes);
        }
    }

    record Refused(StudyRefusal why) implements StudyOutcome {}
}
