package io.flotilla.session.usersession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
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

    @Test
    void refusesTimesThatMakeNoSense() {
        assertThatThrownBy(() -> new Expiry(Duration.ZERO, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static UserSession active(Instant created, Instant last) {
        return new UserSession("h", "u", "u", Set.of("anonymous"), created, last);
    }
}
