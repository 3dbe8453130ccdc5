package io.flotilla.vmbroker.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyChoiceTest {
    private static final int KEY_Y = 29;
    private static final int KEY_Z = 52;
    private static final int DIGIT_7 = 16;
    private static final int SLASH = 61;
    private static final int KEY_C = 54;
    private static final int FIRST_SPARE = 8;

    private KeyChoice keys;

    @BeforeEach
    void anAmericanKeyMapWithTwoSpares() {
        var map = new int[70][2];
        for (int keycode = 10; keycode < map.length; keycode++) {
            map[keycode] = new int[] {0xffbe, 0};
        }
        map[KEY_Y] = new int[] {'y', 'Y'};
        map[KEY_Z] = new int[] {'z', 'Z'};
        map[DIGIT_7] = new int[] {'7', '&'};
        map[SLASH] = new int[] {'/', '?'};
        map[KEY_C] = new int[] {'c', 'C'};
        keys = new KeyChoice(map);
    }

    @Test
    void aKeyThatMakesItsCharacterInItsPlaceIsPressedThere() {
        assertThat(keys.forKey("KeyY", "y", false, false)).isEqualTo(new KeyChoice.Stroke(KEY_Y, false, false));
        assertThat(keys.forKey("KeyY", "Y", true, false)).isEqualTo(new KeyChoice.Stroke(KEY_Y, false, true));
    }

    @Test
    void theAuthorsLayoutWinsOverThePlace() {
        assertThat(keys.forKey("KeyY", "z", false, false).keycode()).isEqualTo(KEY_Z);
    }

    @Test
    void aCharacterThatShiftWouldSpoilIsPressedWithoutIt() {
        assertThat(keys.forKey("Digit7", "/", true, false)).isEqualTo(new KeyChoice.Stroke(SLASH, false, false));
    }

    @Test
    void aCapitalWithoutShiftIsPressedWithIt() {
        assertThat(keys.forKey("KeyY", "Y", false, false)).isEqualTo(new KeyChoice.Stroke(KEY_Y, false, true));
    }

    @Test
    void aSpareKeepsItsCharacterUntilAllAreLent() {
        assertThat(keys.forCharacter('ł')).isEqualTo(new KeyChoice.Stroke(FIRST_SPARE, true, false));
        assertThat(keys.forCharacter('ł')).isEqualTo(new KeyChoice.Stroke(FIRST_SPARE, false, false));
        assertThat(keys.forCharacter('ß').keycode()).isEqualTo(FIRST_SPARE + 1);
        assertThat(keys.forCharacter('é')).isEqualTo(new KeyChoice.Stroke(FIRST_SPARE, true, false));
    }

    @Test
    void aShortcutOfAnotherScriptGoesByPlace() {
        assertThat(keys.forKey("KeyC", "с", false, true)).isEqualTo(new KeyChoice.Stroke(KEY_C, false, false));
    }

    @Test
    void namedKeysGoByPlaceAndUnknownOnesMakeNothing() {
        assertThat(keys.forKey("Enter", "Enter", false, false).keycode()).isEqualTo(36);
        assertThat(keys.forKey("Nowhere", "Dead", false, false).keycode()).isZero();
    }

    @Test
    void shortTextsOfFewStrangeCharactersAreTyped() {
        assertThat(keys.canType("zy/?łß")).isTrue();
        assertThat(keys.canType("łßé")).isFalse();
        assertThat(keys.canType("z\ny")).isFalse();
        assertThat(keys.canType("z".repeat(201))).isFalse();
    }
}
