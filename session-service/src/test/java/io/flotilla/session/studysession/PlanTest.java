package io.flotilla.session.studysession;

import static io.flotilla.session.studysession.StudyFixtures.POMODORO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    @ParameterizedTest
    @CsvSource({
        "0,     focus,      1, 1500,    0",
        "1499,  focus,      1,    1, 1499",
        "1500,  break,      1,  300, 1500",
        "1799,  break,      1,    1, 1500",
        "1800,  focus,      2, 1500, 1500",
        "5400,  focus,      4, 1500, 4500",
        "6899,  focus,      4,    1, 5999",
        "6900,  long-break, 4,  900, 6000",
        "7799,  long-break, 4,    1, 6000",
        "7800,  focus,      5, 1500, 6000",
        "9300,  break,      5,  300, 7500",
        "14700, long-break, 8,  900, 12000",
    })
    void goesFromFocusToRestAndBack(long elapsed, String kind, int round, long left, long studied) {
        var phase = POMODORO.phase(Duration.ofSeconds(elapsed)).orElseThrow();

        assertThat(phase.kind().wire()).isEqualTo(kind);
        assertThat(phase.round()).isEqualTo(round);
        assertThat(phase.left()).isEqualTo(Duration.ofSeconds(left));
        assertThat(POMODORO.studied(Duration.ofSeconds(elapsed))).isEqualTo(Duration.ofSeconds(studied));
    }

    /** Study grows with time in focus and stands still in a rest, over many cycles. */
    @Test
    void countsAsStudyWhatIsNoRest() {
        var plan = new Plan.Pomodoro(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(4));
        long studied = 0;
        for (long second = 0; second < 1_000; second++) {
            assertThat(plan.studied(Duration.ofSeconds(second)).toSeconds()).isEqualTo(studied);
            if (plan.phase(Duration.ofSeconds(second)).orElseThrow().kind() == Phase.Kind.FOCUS) {
                studied++;
            }
        }
    }

    @Test
    void hasNothingLeftOnceAFreeOneHasRunOut() {
        var plan = new Plan.Free(Duration.ofSeconds(60));

        assertThat(plan.left(Duration.ofSeconds(59))).contains(Duration.ofSeconds(1));
        assertThat(plan.left(Duration.ofSeconds(61))).contains(Duration.ZERO);
        assertThat(StudyFixtures.FREE.left(Duration.ofSeconds(61))).isEmpty();
    }
}
