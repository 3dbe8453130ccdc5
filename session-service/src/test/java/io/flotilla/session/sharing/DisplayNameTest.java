package io.flotilla.session.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {
    @Test
    void keepsOrdinaryNames() {
        assertThat(DisplayName.clean("Zoë O'Neill-李 🙂")).contains("Zoë O'Neill-李 🙂");
    }

    @Test
    void takesOutWhatCannotBeSeen() {
        assertThat(DisplayName.clean("A\u0000d\u202Ea\u200B \t\n  Lovelace ")).contains("Ada Lovelace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u0000\u200B", "\n\t"})
    void isNothingWhenNothingIsLeft(String wished) {
        assertThat(DisplayName.clean(wished)).isEmpty();
    }

    @Test
    void countsWhatPeopleSeeAsOneCharacterOnce() {
        assertThat(DisplayName.isTooLong("🙂".repeat(40))).isFalse();
        assertThat(DisplayName.isTooLong("a".repeat(41))).isTrue();
    }

    @Test
    void givesOneGuestAlwaysTheSameName() {
        assertThat(DisplayName.ofGuest("user-1"))
                .isEqualTo(DisplayName.ofGuest("user-1"))
                .startsWith("Guest ");
    }

    @Test
    void seldomGivesTwoGuestsTheSameName() {
        var names = IntStream.range(0, 100)
                .mapToObj(i -> DisplayName.ofGuest("user-" + i))
                .collect(Collectors.toSet());

        assertThat(names).hasSizeGreaterThan(85);
    }
}
