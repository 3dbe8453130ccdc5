package io.flotilla.session.suspicion;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.suspicion.Suspicion.Acts;
import org.junit.jupiter.api.Test;

class SuspicionTest {
    @Test
    void isFineWithAsMuchAsPeopleDo() {
        assertThat(Suspicion.of(new Acts(0, 0, 0))).isEmpty();
        assertThat(Suspicion.of(new Acts(5, 10, 5))).isEmpty();
    }

    @Test
    void namesEachThingThatWasDoneTooOften() {
        assertThat(Suspicion.of(new Acts(6, 10, 5))).containsExactly(Suspicion.MANY_SWITCHES_IN_MINUTES);
        assertThat(Suspicion.of(new Acts(5, 11, 5))).containsExactly(Suspicion.MANY_SWITCHES_A_DAY);
        assertThat(Suspicion.of(new Acts(0, 0, 6))).containsExactly(Suspicion.MANY_SESSIONS_A_DAY);
        assertThat(Suspicion.of(new Acts(6, 11, 6))).hasSize(3);
    }

    @Test
    void hasNamesForAnswers() {
        assertThat(Suspicion.MANY_SWITCHES_A_DAY.wire()).isEqualTo("many-switches-a-day");
    }
}
