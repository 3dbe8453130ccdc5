package io.flotilla.vmbroker.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.vmbroker.pool.PoolPlan.Situation;
import io.flotilla.vmbroker.pool.PoolPlan.Step;
import io.flotilla.vmbroker.pool.PoolPlan.Wish;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PoolPlanTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Wish WISH =
            new Wish(2, Duration.ofMinutes(30), Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(60));

    @Test
    void fillsUpToItsSize() {
        assertThat(next(0, 0, 16)).isEqualTo(Step.START);
        assertThat(next(1, 0, 16)).isEqualTo(Step.START);
        assertThat(next(2, 0, 16)).isEqualTo(Step.REST);
    }

    @Test
    void neverTakesASeatThatIsNotThere() {
        assertThat(next(0, 16, 16)).isEqualTo(Step.REST);
        assertThat(next(1, 15, 16)).isEqualTo(Step.REST);
        assertThat(next(2, 15, 16)).isEqualTo(Step.CLOSE_OLDEST);
    }

    @Test
    void replacesWhatIsOld() {
        var old = new Situation(2, 0, 16, 0, NOW.minus(Duration.ofMinutes(30)), null, 0, null);

        assertThat(PoolPlan.next(WISH, old, NOW)).isEqualTo(Step.CLOSE_OLDEST);
    }

    @Test
    void restsWhileAClaimStartsAndALittleAfter() {
        assertThat(PoolPlan.next(WISH, new Situation(0, 1, 16, 1, null, null, 0, null), NOW))
                .isEqualTo(Step.REST);
        assertThat(PoolPlan.next(WISH, new Situation(0, 1, 16, 0, null, NOW.minusSeconds(1), 0, null), NOW))
                .isEqualTo(Step.REST);
        assertThat(PoolPlan.next(WISH, new Situation(0, 1, 16, 0, null, NOW.minusSeconds(2), 0, null), NOW))
                .isEqualTo(Step.START);
    }

    @Test
    void backsOffLongerWithEachFailureUpToAMinute() {
        assertThat(PoolPlan.pause(WISH, 0)).isZero();
        assertThat(PoolPlan.pause(WISH, 1)).hasSeconds(1);
        assertThat(PoolPlan.pause(WISH, 4)).hasSeconds(8);
        assertThat(PoolPlan.pause(WISH, 400)).hasSeconds(60);
        assertThat(PoolPlan.next(WISH, new Situation(0, 0, 16, 0, null, null, 4, NOW.minusSeconds(7)), NOW))
                .isEqualTo(Step.REST);
        assertThat(PoolPlan.next(WISH, new Situation(0, 0, 16, 0, null, null, 4, NOW.minusSeconds(8)), NOW))
                .isEqualTo(Step.START);
    }

    private static Step next(int ready, int vms, int capacity) {
        var oldest = ready == 0 ? null : NOW.minusSeconds(5);
        return PoolPlan.next(WISH, new Situation(ready, vms, capacity, 0, oldest, null, 0, null), NOW);
    }
}
