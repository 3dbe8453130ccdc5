package io.flotilla.session.platform;

import static io.flotilla.session.platform.PlatformFixtures.NOON;
import static io.flotilla.session.platform.PlatformFixtures.connection;
import static io.flotilla.session.platform.PlatformFixtures.having;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flotilla.session.Together;
import io.flotilla.session.platform.Platforms.Decided;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every record of platform connections promises. */
public abstract class PlatformsContract {
    private final String ada = "ada-" + UUID.randomUUID();
    private final String bob = "bob-" + UUID.randomUUID();

    protected abstract Platforms platforms();

    @Test
    void hasNothingAtFirst() {
        assertThat(platforms().of(ada)).isEqualTo(UserPlatforms.NONE);
    }

    @Test
    void keepsEverythingOfAConnection() {
        var full = new PlatformConnection(
                UUID.randomUUID().toString(),
                "Büro",
                PlatformType.KUBERNETES,
                "https://cluster.example:6443/path",
                "ada",
                "v1.key.sealed",
                NOON,
                NOON.plusSeconds(1),
                new PlatformTest(NOON.plusSeconds(2), true, false, "no"));

        platforms().change(ada, theirs -> theirs.with(full));

        assertThat(platforms().of(ada).all()).containsExactly(full);
    }

    @Test
    void keepsDefaultAndChoice() {
        var first = connection("first", 1);
        var second = connection("second", 2);
        var third = connection("third", 3);
        var wanted = having(first, second, third).withDefault(second.id()).choosing(third.id());

        platforms().change(ada, _ -> wanted);

        assertThat(platforms().of(ada)).isEqualTo(wanted);
    }

    @Test
    void changesAndRemoves() {
        var first = connection("first", 1);
        var second = connection("second", 2);
        platforms().change(ada, _ -> having(first, second).choosing(first.id()));

        platforms().change(ada, theirs -> theirs.with(second.named("other")).without(first.id()));

        assertThat(platforms().of(ada)).isEqualTo(having(second.named("other")));
    }

    @Test
    void lettingAllGoLeavesNothing() {
        platforms().change(ada, _ -> having(connection("first", 1)));

        platforms().change(ada, _ -> UserPlatforms.NONE);

        assertThat(platforms().of(ada)).isEqualTo(UserPlatforms.NONE);
    }

    @Test
    void keepsUsersApart() {
        platforms().change(ada, theirs -> theirs.with(connection("same", 1)));
        platforms().change(bob, theirs -> theirs.with(connection("same", 1)));

        platforms().change(bob, _ -> UserPlatforms.NONE);

        assertThat(platforms().of(ada).all()).hasSize(1);
    }

    @Test
    void movesConnectionsToAnotherUser() {
        var one = connection("one", 1);
        var two = connection("two", 2);
        platforms().change(ada, _ -> having(one, two).choosing(two.id()));
        var theirs = platforms().of(ada);

        platforms().change(bob, own -> own.taking(theirs));
        platforms().change(ada, _ -> UserPlatforms.NONE);

        assertThat(platforms().of(bob)).isEqualTo(theirs);
        assertThat(platforms().of(ada)).isEqualTo(UserPlatforms.NONE);
    }

    @Test
    void changesNothingWhenTheDecisionFails() {
        platforms().change(ada, _ -> having(connection("first", 1)));

        assertThatThrownBy(() -> platforms().change(ada, _ -> {
                    throw new IllegalStateException("undecided");
                }))
                .hasStackTraceContaining("undecided");

        assertThat(platforms().of(ada).all()).hasSize(1);
    }

    @Test
    void putsChangesInARow() {
        var admitted = Together.all(
                20,
                i -> () -> platforms().<Boolean>decide(ada, theirs -> {
                    boolean room = theirs.all().size() < 5;
                    var fresh = connection("name " + i, i);
                    return new Decided<>(room ? theirs.with(fresh).withDefault(fresh.id()) : theirs, room);
                }));

        assertThat(admitted).filteredOn(Boolean::booleanValue).hasSize(5);
        var theirs = platforms().of(ada);
        assertThat(theirs.all()).hasSize(5);
        assertThat(theirs.all().stream().filter(theirs::isDefault)).hasSize(1);
    }
}
