package io.flotilla.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class InMemoryLimitsTest extends LimitsContract {
    private Instant now = Instant.EPOCH;
    private final InstantSource clock = () -> now;
    private final Limits limits = new InMemoryLimits(clock);

    @Override
    Limits limits() {
        return limits;
    }

    @Test
    void theWindowStartsWithTheFirstCallAndRefusalsDoNotProlongIt() {
        assertThat(limits.count(LimitClass.CSRF, key, 1)).isEqualTo(new Counted(1, 0, 60, false));
        now = now.plus(Duration.ofMillis(59_001));
        assertThat(limits.count(LimitClass.CSRF, key, 1)).isEqualTo(new Counted(1, 0, 1, true));
        now = now.plus(Duration.ofMillis(999));
        assertThat(limits.count(LimitClass.CSRF, key, 1)).isEqualTo(new Counted(1, 0, 60, false));
    }
}
