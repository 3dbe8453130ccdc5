package io.flotilla.vmbroker.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.vmbroker.browser.Act;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergingTest {
    @Test
    void onlyTheNewestOfSuccessiveMovesOfOneAuthorIsKept() {
        var acts = List.<Act>of(move("ada", 0.1), move("ada", 0.2), move("bob", 0.3), move("ada", 0.4));

        assertThat(Merging.withoutStaleMoves(acts))
                .containsExactly(move("ada", 0.2), move("bob", 0.3), move("ada", 0.4));
    }

    @Test
    void clicksAndKeysAreNeverMergedAndSeparateMoves() {
        var down = new Act.Pointer("ada", Act.PointerAction.DOWN, 0.2, 0, 0);
        var key = new Act.Key("ada", true, "KeyA", "a", 0);
        var acts = List.<Act>of(move("ada", 0.1), down, down, move("ada", 0.2), key, move("ada", 0.3));

        assertThat(Merging.withoutStaleMoves(acts)).isEqualTo(acts);
    }

    private static Act move(String by, double x) {
        return new Act.Pointer(by, Act.PointerAction.MOVE, x, 0, 0);
    }
}
