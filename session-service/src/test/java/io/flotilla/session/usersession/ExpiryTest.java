package io.flotilla.session.usersession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpiryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Expiry expiry = new Expiry(Duration.ofHours(1), Duration.ofHours(48));

    @Test
    void endsAnIdleSessionAfterTheIdleTime() {
        assertThat(expiry.endOf(active(NOON, NOON.plusSeconds(60)))).isEqualTo(NOON.plusSeconds(3660));
    }

    @Test
    void endsABusySessionAfterItsLifetime() {
        assertThat(expiry.endOf(active(NOON, NOON.plus(Duration.ofHours(47).plusMinutes(30)))))
                .isEqualTo(NOON.plus(Duration.ofHours(48)));
    }

    @Test
    void isOverAtTheVeryMoment() {
        var session = active(NOON, NOON);

        assertThat(expiry.isOver(session, NOON.plusSeconds(3600).minusNanos(1))).isFalse();
        assertThat(expiry.isOver(session, NOON.plusSeconds(3600))).isTrue();
    }

    @Test
    void hasNothingLeftOnceItIsOver() {
        assertThat(expiry.remaining(active(NOON, NOON), NOON.plusSeconds(3000))).isEqualTo(Duration.ofSeconds(600));
        assertThat(expiry.remaining(active(NOON, NOON), NOON.plusSeconds(9000))).isEqualTo(Duration.ZERO);
    }

    /** Whatever a session's times are: the earlier deadline decides, and what is left agrees with whether it is over. */
    @Test
    void isConsistentForAnyTimes() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            var any = new Expiry(seconds(random), seconds(random));
            var created = NOON.plusMillis(random.nextInt(100_000_000));
            var session = active(created, created.plusMillis(random.nextInt(100_000_000)));
            var now = NOON.plusMillis(random.nextInt(400_000_000));
            var end = any.endOf(session);

            assertThat(List.of(session.lastActivity().plus(any.idle()), created.plus(any.lifetime())))
                    .as("seed %d, round %d", seed, i)
                    .contains(end)
                    .allMatch(deadline -> !deadline.isBefore(end));
            assertThat(any.isOver(session, now))
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(!now.isBefore(end))
                    .isEqualTo(any.remaining(session, now).isZero());
            assertThat(any.endOf(session.active(session.lastActivity().plusMillis(1))))
                    .as("acting never shortens; seed %d, round %d", seed, i)
                    .isAfterOrEqualTo(end);
        }
    }

    private static Duration seconds(Random random) {
        return Duration.ofSeconds(1 + random.nextInt(200_000));
    }

    @Test
    void refusesTimesThatMakeNoSense() {
        assertThatThrownBy(() -> new Expiry(Duration.ZERO, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static UserSession active(Instant created, Instant last) {
        return UserSessionFixtures.visitor("h", created).active(last);
    }
}
