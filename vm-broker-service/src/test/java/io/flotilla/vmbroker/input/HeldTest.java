package io.flotilla.vmbroker.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldTest {
    private final Held<String, Integer> held = new Held<>();

    @Test
    void whatTwoHoldIsReleasedByTheLastOfThem() {
        assertThat(held.down("ada", "ShiftLeft", 50)).isTrue();
        assertThat(held.down("bob", "ShiftLeft", 50)).isFalse();

        assertThat(held.up("ada", "ShiftLeft")).isNull();
        assertThat(held.up("bob", "ShiftLeft")).isEqualTo(50);
    }

    @Test
    void nobodyReleasesWhatAnotherHolds() {
        held.down("ada", "KeyA", 38);

        assertThat(held.up("bob", "KeyA")).isNull();
        assertThat(held.release("bob")).isEmpty();
        assertThat(held.isHeld(38)).isTrue();
    }

    @Test
    void releaseLetsGoOfAllAndOnlyOfOnesOwnNewestFirst() {
        held.down("ada", "ControlLeft", 37);
        held.down("ada", "KeyC", 54);
        held.down("bob", "ControlLeft", 37);

        assertThat(held.release("ada")).containsExactly(54);
        assertThat(held.release("bob")).containsExactly(37);
        assertThat(held.release("bob")).isEmpty();
    }
}
