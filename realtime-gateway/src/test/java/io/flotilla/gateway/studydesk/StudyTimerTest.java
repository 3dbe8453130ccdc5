package io.flotilla.gateway.studydesk;

import static io.flotilla.gateway.studydesk.StudyFixtures.later;
import static io.flotilla.gateway.studydesk.StudyFixtures.paused;
import static io.flotilla.gateway.studydesk.StudyFixtures.running;
import static io.flotilla.gateway.studydesk.StudyFixtures.started;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyTimerTest {
    private static final StudyChange STARTED = started("s-1", "ada");

    @Test
    void tellsEachSecondOnceWhenItIsDue() {
        var timer = new StudyTimer(STARTED, 5_000);

        assertThat(timer.due(5_999)).isEmpty();
        assertThat(timer.untilNext(5_990)).isEqualTo(10);
        assertThat(timer.due(6_000)).containsExactly(1L);
        assertThat(timer.due(6_001)).isEmpty();
        assertThat(timer.due(8_500)).containsExactly(2L, 3L);
    }

    @Test
    void beginsWithTheSecondThatComesNext() {
        var timer = new StudyTimer(later(STARTED, 90_400), 5_000);

        assertThat(timer.untilNext(5_000)).isEqualTo(600);
        assertThat(timer.due(5_600)).containsExactly(91L);
    }

    @Test
    void tellsNothingWhilePausedAndGoesOnWhereItWas() {
        var timer = new StudyTimer(STARTED, 0);
        assertThat(timer.due(10_000)).hasSize(10);
        timer.hear(paused("s-1", "ada", 2, 10_400), 10_410);

        assertThat(timer.due(60_000)).isEmpty();
        timer.hear(running("s-1", "ada", 3, 10_400), 60_000);

        assertThat(timer.due(60_599)).isEmpty();
        assertThat(timer.due(60_600)).containsExactly(11L);
    }

    @Test
    void listensToNothingOlderThanItKnows() {
        var timer = new StudyTimer(running("s-1", "ada", 5, 1_000), 0);

        assertThat(timer.hear(paused("s-1", "ada", 4, 900), 100)).isFalse();
        assertThat(timer.hear(running("s-1", "ada", 5, 1_100), 100)).isFalse();
        assertThat(timer.hear(paused("s-1", "ada", 6, 1_200), 200)).isTrue();
    }

    @Test
    void leavesSecondsOutOnlyAfterItStoodStillForLong() {
        var timer = new StudyTimer(STARTED, 0);

        assertThat(timer.due(100_000))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(91, 100).boxed().toList());
    }

    /** However late and jittery what is heard: each second once, in order, and near its time. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keepsTimeWhateverTheDelays(long seed) {
        var random = new Random(seed);
        // It began at 0, and is first heard of late.
        var timer = new StudyTimer(later(STARTED, 0), 40);
        List<Long> told = new ArrayList<>();
        for (long now = 40; now < 600_100; now += 1 + random.nextInt(5)) {
            if (now % 5_000 < 5) {
                timer.hear(later(STARTED, Math.max(0, now - random.nextInt(60))), now);
            }
            for (long second : timer.due(now)) {
                told.add(second);
                assertThat(now - second * 1_000).isBetween(0L, 60L);
            }
        }

        assertThat(told).isEqualTo(LongStream.rangeClosed(1, 600).boxed().toList());
    }

    @Test
    void showsHowItStandsNowAndNotesToTheirOwnerAlone() {
        var timer = new StudyTimer(STARTED, 0);

        assertThat(timer.view(true, 7_400).path("duration").intValue()).isEqualTo(7);
        assertThat(timer.view(true, 7_400).path("notes").textValue()).isEqualTo("private");
        assertThat(timer.view(false, 7_400).has("notes")).isFalse();
    }
}
