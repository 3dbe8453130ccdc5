package io.flotilla.session.study;

import io.flotilla.session.studysession.StudySessions;
import io.flotilla.session.studysession.StudySessions.Page;
import java.time.Duration;
import java.time.Instant;

/** How much of the record one user may fill: far more than anybody studies, over all sockets and nodes. Asked while alone. */
final class Pace {
    private static final int STARTS_AN_HOUR = 120;
    private static final int COMMANDS_A_MINUTE = 120;

    private final StudySessions sessions;

    Pace(StudySessions sessions) {
        this.sessions = sessions;
    }

    boolean allowsStart(String userId, Instant now) {
        var lastHour = new Page(userId, null, now.minus(Duration.ofHours(1)), null, null, STARTS_AN_HOUR);
        return sessions.page(lastHour).size() < STARTS_AN_HOUR;
    }

    /** One more that is to be remembered. */
    boolean allowsCommand(String userId, Instant now) {
        return sessions.answeredSince(userId, now.minus(Duration.ofMinutes(1))) < COMMANDS_A_MINUTE;
    }
}
