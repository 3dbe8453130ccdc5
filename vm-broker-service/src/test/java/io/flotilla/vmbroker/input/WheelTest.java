package io.flotilla.vmbroker.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WheelTest {
    private final Wheel wheel = new Wheel();

    @Test
    void anOrdinaryNotchIsANotch() {
        assertThat(wheel.turn(120)).isEqualTo(1);
        assertThat(wheel.turn(-240)).isEqualTo(-2);
    }

    @Test
    void smallMovementsAddUpToTheSameDistance() {
        var notches = 0;
        for (int step = 0; step < 60; step++) {
            notches += wheel.turn(10);
        }

        assertThat(notches).isEqualTo(5);
    }

    @Test
    void turningBackBeginsAnew() {
        wheel.turn(50);

        assertThat(wheel.turn(-70)).isEqualTo(-1);
    }

    @Test
    void noGestureScrollsWithoutEnd() {
        assertThat(wheel.turn(1e9)).isEqualTo(Wheel.MOST_NOTCHES);
    }
}
