package io.flotilla.session.studysession;

import io.flotilla.session.studysession.StudySession.Beginning;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Study sessions that read aloud. */
public final class StudyFixtures {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final Plan FREE = new Plan.Free(null);
    public static final Plan POMODORO =
            new Plan.Pomodoro(Duration.ofMinutes(25), Duration.ofMinutes(5), Duration.ofMinutes(15));

    private StudyFixtures() {}

    public static StudySession startedBy(String owner) {
        return started(owner, "math-101", FREE, NOON);
    }

    public static StudySession started(String owner, Plan plan) {
        return started(owner, "math-101", plan, NOON);
    }

    public static StudySession started(String owner, String subject, Plan plan, Instant at) {
        return StudySession.started(UUID.randomUUID().toString(), owner, new Beginning(subject, plan, null, at));
    }

    public static StudySession shared(String owner, String vmSessionId) {
        return StudySession.started(
                UUID.randomUUID().toString(), owner, new Beginning("math-101", FREE, vmSessionId, NOON));
    }

    public static Instant after(long seconds) {
        return NOON.plusSeconds(seconds);
    }
}
