package io.flotilla.session.studysweep;

import static io.flotilla.session.studysession.StudyFixtures.after;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.studysession.PauseReason;
import io.flotilla.session.studysession.Plan;
import io.flotilla.session.studysession.StudyFixtures;
import io.flotilla.session.studysession.StudySession;
import io.flotilla.session.studysession.StudyState;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** A session of 60 s that began at 0: at a moment, with nobody there for so long, what becomes of it and as of when. */
    @ParameterizedTest
    @CsvSource({
        "30,    1, running,   30",
        "30,    9, running,   30",
        "30,   10, disconnected, 20",
        "30,   25, disconnected,  5",
        "30,   99, disconnected,  0",
        "59,    2, running,   59",
        "60,    0, completed, 60",
        "61,    2, completed, 60",
        "64,    5, completed, 60",
        "65,    7, running,   65",
        "65,   12, disconnected, 53",
        "75,   14, completed, 60",
        "999,   0, completed, 60",
    })
    void isReachedAsOfWhenItHappened(long now, long alone, String outcome, long ran) {
        var session = StudyFixtures.started("ada", new Plan.Free(Duration.ofSeconds(60)));

        var after = Verdict.of(session, after(now), Duration.ofSeconds(alone), GRACE);

        assertThat(wire(after)).isEqualTo(outcome);
        assertThat(after.elapsed(after(now))).isEqualTo(Duration.ofSeconds(ran));
    }

    @ParameterizedTest
    @CsvSource({"86399, running", "86400, too-long"})
    void endsWhatRunsLongerThanAnybodyStudies(long now, String outcome) {
        var session = StudyFixtures.started("ada", StudyFixtures.POMODORO);

        assertThat(wire(Verdict.of(session, after(now), Duration.ZERO, GRACE))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"100", "100000"})
    void leavesAloneWhatStandsStill(long now) {
        var session = StudyFixtures.startedBy("ada").paused(after(5), PauseReason.USER);

        assertThat(Verdict.of(session, after(now), Duration.ofHours(9), GRACE)).isEqualTo(session);
    }

    private static String wire(StudySession session) {
        return switch (session.state()) {
            case StudyState.Running _ -> "running";
            case StudyState.Paused paused -> paused.why().wire();
            case StudyState.Ended ended -> ended.why().wire();
        };
    }
}
