package io.flotilla.vmbroker.confine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserIdsTest {
    @Test
    void twoVmsNeverShareAnIdAndOneIsFreeAgainWhenGivenBack() {
        var ids = new UserIds(1000, 2);
        var first = ids.take("a");
        var second = ids.take("a");

        assertThat(first).isNotEqualTo(second);
        ids.giveBack(first);
        assertThat(ids.take("a")).isEqualTo(first);
    }

    @Test
    void theRangeFitsWhatTheNamespaceMaps() {
        assertThat(UserIds.mappedBy("         0          0 4294967295\n").take("x"))
                .isBetween(UserIds.WIDE_FIRST, UserIds.WIDE_FIRST + UserIds.WIDE_COUNT);
        assertThat(UserIds.mappedBy("0 100000 65536\n").take("x"))
                .isBetween(UserIds.NARROW_FIRST, UserIds.NARROW_FIRST + UserIds.NARROW_COUNT);
    }
}
