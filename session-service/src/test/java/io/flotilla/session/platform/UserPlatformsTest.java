package io.flotilla.session.platform;

import static io.flotilla.session.platform.PlatformFixtures.connection;
import static io.flotilla.session.platform.PlatformFixtures.having;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserPlatformsTest {
    private final PlatformConnection first = connection("first", 1);
    private final PlatformConnection second = connection("second", 2);
    private final PlatformConnection third = connection("third", 3);

    @Test
    void haveTheFirstAsDefaultAndActive() {
        var theirs = having(first, second);

        assertThat(theirs.defaultId()).isEqualTo(first.id());
        assertThat(theirs.active()).contains(first);
    }

    @Test
    void goWithTheChoiceUntilItIsGone() {
        var choosing = having(first, second).choosing(second.id());

        assertThat(choosing.active()).contains(second);
        assertThat(choosing.without(second.id()).active()).contains(first);
        assertThat(choosing.choosing(null).active()).contains(first);
    }

    @Test
    void haveTheOldestAsDefaultWhenTheDefaultGoes() {
        var theirs = having(third, second, first).withDefault(third.id());

        assertThat(theirs.without(third.id()).defaultId()).isEqualTo(first.id());
        assertThat(having(first).without(first.id()).active()).isEmpty();
    }

    @Test
    void chooseNothingThatIsNotThere() {
        assertThat(having(first).choosing("strange").chosenId()).isNull();
        assertThat(having(first).withDefault("strange").defaultId()).isEqualTo(first.id());
    }

    @Test
    void takeAVisitorsAndNumberWhatIsCalledTheSame() {
        var mine = having(first, connection("Second", 9)).withDefault(first.id());
        var theirs = having(connection("FIRST", 5), second, third).choosing(third.id());

        var together = mine.taking(theirs);

        assertThat(together.all())
                .extracting(PlatformConnection::name)
                .containsExactlyInAnyOrder("first", "Second", "FIRST (2)", "second (2)", "third");
        assertThat(together.defaultId()).isEqualTo(first.id());
        assertThat(together.chosenId()).isEqualTo(third.id());
    }

    @Test
    void keepTheirOwnChoiceWhenTheyTakeAVisitors() {
        var mine = having(first, second).choosing(second.id());

        assertThat(mine.taking(having(third).choosing(third.id())).active()).contains(second);
        assertThat(UserPlatforms.NONE
                        .taking(having(second, third).withDefault(third.id()))
                        .defaultId())
                .isEqualTo(third.id());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void haveExactlyOneDefaultWhateverHappens(long seed) {
        var random = new Random(seed);
        var known = new ArrayList<String>();
        var theirs = UserPlatforms.NONE;
        for (int step = 0; step < 200; step++) {
            var some = known.isEmpty() ? "none" : known.get(random.nextInt(known.size()));
            switch (random.nextInt(4)) {
                case 0 -> {
                    var fresh = connection("name " + step, step);
                    known.add(fresh.id());
                    theirs = theirs.with(fresh);
                }
                case 1 -> theirs = theirs.without(some);
                case 2 -> theirs = theirs.withDefault(some);
                default -> theirs = theirs.choosing(some);
            }
            var defaults = theirs.all().stream().filter(theirs::isDefault).count();
            assertThat(defaults)
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(theirs.all().isEmpty() ? 0 : 1);
            assertThat(theirs.active().isPresent()).isEqualTo(!theirs.all().isEmpty());
        }
    }
}
