package io.flotilla.session.studynews;

import io.flotilla.session.studysession.StudySession;
import io.flotilla.session.studysession.StudyState;
import java.util.Set;

/**
 * A study session after a step, and who hears of it.
 *
 * @param event what clients hear, as {@code session-…}; {@code state} for something that only moved to another account
 */
public record StudyChange(String event, StudySession session, Set<String> audience) {
    public StudyChange {
        audience = Set.copyOf(audience);
    }

    /** The event follows from what it is now. */
    public static StudyChange of(StudySession session, Set<String> audience) {
        var event =
                switch (session.state()) {
                    case StudyState.Running _ -> session.revision() == 1 ? "started" : "resumed";
                    case StudyState.Paused _ -> "paused";
                    case StudyState.Ended _ -> "ended";
                };
        return new StudyChange(event, session, audience);
    }
}
