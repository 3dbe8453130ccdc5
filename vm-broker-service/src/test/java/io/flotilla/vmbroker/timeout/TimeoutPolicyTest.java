package io.flotilla.vmbroker.timeout;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.vmbroker.timeout.Timeouts.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeoutPolicyTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Timeouts ALL =
            new Timeouts(Duration.ofMinutes(30), Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofMinutes(1));
    private static final Timeouts NONE = new Timeouts(null, null, null, Duration.ofMinutes(1));

    @Test
    void keepsWhatHasNoClock() {
        assertThat(TimeoutPolicy.next(NONE, watched(START), START.plus(Duration.ofDays(1000))))
                .isEqualTo(new Decision.Keep());
    }

    @Test
    void endsAtTheAbsoluteDeadlineHoweverBusy() {
        var now = START.plus(Duration.ofMinutes(30));

        assertThat(TimeoutPolicy.next(ALL, watched(now), now)).isEqualTo(new Decision.End(Clock.ABSOLUTE));
    }

    @Test
    void endsWhenNobodyActed() {
        var now = START.plus(Duration.ofMinutes(10));

        assertThat(TimeoutPolicy.next(ALL, watched(START), now)).isEqualTo(new Decision.End(Clock.INACTIVE));
        assertThat(TimeoutPolicy.next(ALL, watched(START.plusSeconds(61)), now)).isEqualTo(new Decision.Keep());
    }

    @Test
    void endsWhenNobodyWatchedWithoutAWarning() {
        var usage = new Usage(START, START, START, null);

        assertThat(TimeoutPolicy.next(ALL, usage, START.plusSeconds(299))).isEqualTo(new Decision.Keep());
        assertThat(TimeoutPolicy.next(ALL, usage, START.plusSeconds(300))).isEqualTo(new Decision.End(Clock.OFFLINE));
    }

    @Test
    void namesTheClockThatRanOutFirst() {
        assertThat(TimeoutPolicy.next(ALL, new Usage(START, START, START, null), START.plus(Duration.ofDays(1))))
                .isEqualTo(new Decision.End(Clock.OFFLINE));
    }

    @Test
    void warnsOnceAndAgainWhenTheDeadlineMoves() {
        var closesAt = START.plus(Duration.ofMinutes(10));
        var warning = new Decision.Warn(Clock.INACTIVE, closesAt);
        var now = closesAt.minusSeconds(60);

        assertThat(TimeoutPolicy.next(ALL, watched(START), now)).isEqualTo(warning);
        assertThat(TimeoutPolicy.next(ALL, warned(START, warning), now)).isEqualTo(new Decision.Keep());
    }

    @Test
    void callsTheWarningOffWhenSomebodyActs() {
        var warning = new Decision.Warn(Clock.INACTIVE, START.plus(Duration.ofMinutes(10)));
        var now = START.plus(Duration.ofMinutes(9)).plusSeconds(30);

        assertThat(TimeoutPolicy.next(ALL, warned(now, warning), now)).isEqualTo(new Decision.CallOff(Clock.INACTIVE));
    }

    @Test
    void goesFromOneWarningToTheNext() {
        var warning = new Decision.Warn(Clock.INACTIVE, START.plus(Duration.ofMinutes(30)));
        var now = START.plus(Duration.ofMinutes(29)).plusSeconds(30);

        assertThat(TimeoutPolicy.next(ALL, warned(now, warning), now))
                .isEqualTo(new Decision.Warn(Clock.ABSOLUTE, START.plus(Duration.ofMinutes(30))));
    }

    @Test
    void warnsAtOnceWhenTheWholeLifeIsShorterThanTheWarning() {
        var brief = new Timeouts(Duration.ofSeconds(10), null, null, Duration.ofMinutes(1));

        assertThat(TimeoutPolicy.next(brief, watched(START), START))
                .isEqualTo(new Decision.Warn(Clock.ABSOLUTE, START.plusSeconds(10)));
    }

    private static Usage watched(Instant lastAct) {
        return new Usage(START, lastAct, null, null);
    }

    private static Usage warned(Instant lastAct, Decision.Warn warning) {
        return new Usage(START, lastAct, null, warning);
    }
}
