package io.flotilla.session.studysession;

import static io.flotilla.session.studysession.StudyFixtures.after;
import static io.flotilla.session.studysession.StudyFixtures.started;
import static io.flotilla.session.studysession.StudyFixtures.startedBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudySessionTest {
    /** Every step from every state, and what comes of it; a step that is none leaves the revision as it was. */
    @ParameterizedTest
    @CsvSource({
        "running, pause,  Paused",
        "running, resume, same",
        "running, end,    Ended",
        "paused,  pause,  same",
        "paused,  resume, Running",
        "paused,  end,    Ended",
        "ended,   pause,  same",
        "ended,   resume, same",
        "ended,   end,    same",
    })
    void takesTheStepsThatAreLegalAndNoOthers(String from, String step, String to) {
        var before = in(from);

        var after = step(before, step, after(100));

        if (to.equals("same")) {
            assertThat(after).isEqualTo(before);
        } else {
            assertThat(after.state().getClass().getSimpleName()).isEqualTo(to);
            assertThat(after.revision()).isEqualTo(before.revision() + 1);
        }
    }

    @Test
    void countsTheTimeThatItRanAndNoPause() {
        var session = startedBy("ada")
                .paused(after(10), PauseReason.USER)
                .resumed(after(500))
                .paused(after(503), PauseReason.DISCONNECTED)
                .resumed(after(1_000));

        assertThat(session.elapsed(after(1_007))).isEqualTo(Duration.ofSeconds(20));
        assertThat(session.ended(after(1_008), StudyEnd.ENDED).elapsed(after(9_999)))
                .isEqualTo(Duration.ofSeconds(21));
    }

    @Test
    void isNotSetBackByAClockThatIs() {
        var session = startedBy("ada").paused(after(10), PauseReason.USER).resumed(after(20));

        assertThat(session.elapsed(after(5))).isEqualTo(Duration.ofSeconds(10));
    }

    /** Whatever is done, what has run is the sum of the stretches between a resume and a pause. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void addsUpWhateverIsDone(long seed) {
        var random = new Random(seed);
        var session = startedBy("ada");
        Instant now = StudyFixtures.NOON;
        var expected = Duration.ZERO;
        for (int i = 0; i < 500; i++) {
            var pause = Duration.ofMillis(random.nextInt(5_000));
            if (session.isRunning()) {
                expected = expected.plus(pause);
            }
            now = now.plus(pause);
            session = step(session, random.nextBoolean() ? "pause" : "resume", now);

            assertThat(session.elapsed(now)).isEqualTo(expected);
        }
    }

    @Test
    void endsByItselfOnceItHasRunAsLongAsPlanned() {
        var session = started("ada", new Plan.Free(Duration.ofSeconds(60)))
                .paused(after(20), PauseReason.USER)
                .resumed(after(1_000));

        assertThat(session.endsAt()).contains(after(1_040));
        assertThat(session.paused(after(1_001), PauseReason.USER).endsAt()).isEmpty();
        assertThat(startedBy("ada").endsAt()).contains(after(86_400));
    }

    private static StudySession in(String state) {
        var running = startedBy("ada");
        return switch (state) {
            case "running" -> running;
            case "paused" -> running.paused(after(10), PauseReason.USER);
            default -> running.ended(after(10), StudyEnd.ENDED);
        };
    }

    private static StudySession step(StudySession session, String step, Instant now) {
        return switch (step) {
            case "pause" -> session.paused(now, PauseReason.USER);
            case "resume" -> session.resumed(now);
            default -> session.ended(now, StudyEnd.ENDED);
        };
    }
}
