package io.flotilla.kit.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdSourceTest {
    static IdSource[] sources() {
        return new IdSource[] {new RandomIds(), new SequentialIds()};
    }

    @ParameterizedTest
    @MethodSource("sources")
    void noIdComesTwice(IdSource ids) {
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            assertThat(seen.add(ids.readable())).isTrue();
            assertThat(seen.add(ids.uuid().toString())).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void readableIdsAreFourGroupsOfUnmistakableCharacters(IdSource ids) {
        assertThat(ids.readable()).matches("[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}");
    }

    @Test
    void allEightyBitsAreShown() {
        assertThat(Crockford.grouped(new byte[10])).isEqualTo("0000-0000-0000-0000");
        assertThat(Crockford.grouped(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1}))
                .isEqualTo("zzzz-zzzz-zzzz-zzzz");
        assertThat(new SequentialIds().readable()).isEqualTo("0000-0000-0000-0001");
    }
}
