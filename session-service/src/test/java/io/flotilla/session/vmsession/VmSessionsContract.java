package io.flotilla.session.vmsession;

import static io.flotilla.session.vmsession.VmSessionFixtures.NOON;
import static io.flotilla.session.vmsession.VmSessionFixtures.liveOf;
import static io.flotilla.session.vmsession.VmSessionFixtures.openingOf;
import static io.flotilla.session.vmsession.VmSessionFixtures.stay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every record of VM sessions promises. */
public abstract class VmSessionsContract {
    protected abstract VmSessions sessions();

    private final String id = UUID.randomUUID().toString();
    private final Person owner = new Person("owner-" + id, "Ada", "192.0.2.1");
    private final Person guest = new Person("guest-" + id, "Bob", "192.0.2.2");

    @Test
    void findsWhatWasInserted() {
        var stored = sessions().insert(openingOf(id, owner));

        assertThat(sessions().find(id)).contains(stored);
        assertThat(stored.withVersion(0)).isEqualTo(openingOf(id, owner));
    }

    @Test
    void findsNothingUnderOddNames() {
        assertThat(sessions().find("no-such-id")).isEmpty();
        assertThat(sessions().find("")).isEmpty();
        assertThat(sessions().find("nul\0byte")).isEmpty();
        assertThat(sessions().find("'; drop table vm_session; --")).isEmpty();
    }

    @Test
    void makesTheAccountsWhatWasTheVisitors() {
        var account = "account-" + id;
        var stored = sessions().insert(openingOf(id, owner));

        sessions().handOver(owner.userId(), account, NOON);
        sessions().handOver("nobody-" + id, account, NOON);

        assertThat(sessions().ofUser(owner.userId())).isEmpty();
        assertThat(sessions().ofUser(account)).singleElement().satisfies(now -> {
            assertThat(now)
                    .isEqualTo(stored.handedOver(owner.userId(), account, NOON).withVersion(now.version()));
            assertThat(now.version()).isGreaterThan(stored.version());
        });
        assertThat(sessions().replace(stored.shared(NOON))).isEmpty();
    }

    @Test
    void refusesASecondSessionOfTheSameName() {
        sessions().insert(openingOf(id, owner));

        assertThatThrownBy(() -> sessions().insert(openingOf(id, guest))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void keepsEveryState() {
        var opening = sessions().insert(openingOf(id, owner));
        var live =
                sessions().replace(opening.live("vm-" + id, NOON).orElseThrow()).orElseThrow();
        assertThat(sessions().find(id)).contains(live);

        var ending =
                sessions().replace(live.ending(EndReason.BROKER_LOST, NOON)).orElseThrow();
        assertThat(sessions().find(id)).contains(ending);

        var ended = sessions().replace(ending.ended(NOON)).orElseThrow();
        assertThat(sessions().find(id)).contains(ended);
        assertThat(ended.state()).isEqualTo(new VmState.Ended("vm-" + id, EndReason.BROKER_LOST, NOON));
    }

    @Test
    void keepsPeopleWhoCameAndWent() {
        var stored = sessions().insert(liveOf(id, owner));
        var joined = sessions()
                .replace(stored.joined(stay(guest, Role.CONTROLLER)).shared(NOON))
                .orElseThrow();

        var left = sessions()
                .replace(joined.departed(guest.userId(), Departure.Way.LEFT, NOON.plusSeconds(1)))
                .orElseThrow();

        assertThat(sessions().find(id)).contains(left);
        assertThat(left.knows(guest.userId())).isTrue();
    }

    @Test
    void knowsWhatOneUserIsInASession() {
        sessions()
                .insert(liveOf(id, owner)
                        .joined(stay(guest, Role.VIEWER))
                        .departed(owner.userId(), Departure.Way.LEFT, NOON));
        sessions().insert(openingOf(id + "-2", owner));

        assertThat(sessions().standing(id, guest.userId()))
                .contains(new Standing(true, false, Optional.of(stay(guest, Role.VIEWER))));
        assertThat(sessions().standing(id, owner.userId())).contains(new Standing(true, true, Optional.empty()));
        assertThat(sessions().standing(id, "nobody")).contains(new Standing(true, false, Optional.empty()));
        assertThat(sessions().standing(id + "-2", owner.userId()).orElseThrow().live())
                .isFalse();
        assertThat(sessions().standing("no-such-id", owner.userId())).isEmpty();
        assertThat(sessions().standing("nul\0byte", owner.userId())).isEmpty();
    }

    @Test
    void knowsWhoseStaysTheyAre() {
        var stay = stay(guest, Role.CONTROLLER);
        sessions().insert(liveOf(id, owner).joined(stay).departed(guest.userId(), Departure.Way.LEFT, NOON));

        assertThat(sessions().usersOf(id, List.of(stay.id(), id + "-" + owner.userId(), "never")))
                .isEqualTo(Map.of(stay.id(), guest.userId(), id + "-" + owner.userId(), owner.userId()));
        assertThat(sessions().usersOf(id, List.of())).isEmpty();
        assertThat(sessions().usersOf("no-such-id", List.of(stay.id()))).isEmpty();
    }

    @Test
    void forgetsStaysThatTheSessionForgot() {
        var stored = sessions().insert(liveOf(id, owner));
        for (int i = 1; i <= 25; i++) {
            var now = NOON.plusSeconds(i);
            stored = sessions()
                    .replace(stored.joined(Participant.joining("stay-" + i, guest, Role.CONTROLLER, now))
                            .departed(guest.userId(), Departure.Way.LEFT, now))
                    .orElseThrow();
        }

        assertThat(sessions().find(id)).contains(stored);
        assertThat(stored.stay("stay-1")).isEmpty();
        assertThat(stored.stay("stay-25")).isPresent();
    }

    @Test
    void keepsWhatTheOwnerDecided() {
        var stored = sessions().insert(liveOf(id, owner).joined(stay(guest, Role.CONTROLLER)));
        assertThat(stored.terms().control()).isEqualTo(Control.AT_FIRST);

        var viewer = sessions()
                .replace(stored.withRole(guest.userId(), Role.VIEWER)
                        .controlled(new Control(Control.Mode.SUPERVISED, 3600)))
                .orElseThrow();
        assertThat(sessions().find(id)).contains(viewer);

        var banned = sessions()
                .replace(viewer.banned(guest.userId(), NOON.plusSeconds(1)))
                .orElseThrow();
        assertThat(sessions().find(id)).contains(banned);

        var pardoned = sessions().replace(banned.pardoned(guest.userId())).orElseThrow();
        assertThat(sessions().find(id)).contains(pardoned);
        assertThat(pardoned.stay("stay-of-" + guest.userId()).orElseThrow().departure())
                .isEqualTo(new Departure(NOON.plusSeconds(1), Departure.Way.BANNED));
    }

    @Test
    void refusesAChangeOfAVersionThatIsNoLongerTheLast() {
        var stored = sessions().insert(liveOf(id, owner));
        var faster = sessions().replace(stored.shared(NOON)).orElseThrow();

        assertThat(sessions().replace(stored.ending(EndReason.REQUESTED, NOON))).isEmpty();
        assertThat(sessions().find(id)).contains(faster);
    }

    @Test
    void refusesAChangeOfWhatIsNotThere() {
        assertThat(sessions().replace(liveOf(id, owner))).isEmpty();
    }

    @Test
    void findsASessionByItsVm() {
        var stored = sessions().insert(liveOf(id, owner));

        assertThat(sessions().findByVm("vm-of-" + id)).contains(stored);
        assertThat(sessions().findByVm("vm-of-nobody")).isEmpty();
    }

    @Test
    void listsOwnAndJoinedSessionsThatAreNotOver() {
        var owned = sessions().insert(liveOf(id, owner));
        var other = sessions().insert(liveOf(id + "-2", guest).joined(stay(owner, Role.CONTROLLER)));
        sessions().insert(liveOf(id + "-3", owner).ending(EndReason.REQUESTED, NOON));
        sessions()
                .insert(liveOf(id + "-4", guest)
                        .joined(stay(owner, Role.CONTROLLER))
                        .departed(owner.userId(), Departure.Way.LEFT, NOON));
        var outside = sessions().insert(openingOf(id + "-5", owner).departed(owner.userId(), Departure.Way.LEFT, NOON));

        assertThat(sessions().ofUser(owner.userId())).containsExactlyInAnyOrder(owned, other, outside);
    }

    @Test
    void listsWhatIsNotSurelyOver() {
        var opening = sessions().insert(openingOf(id, owner));
        var ending = sessions().insert(liveOf(id + "-2", owner).ending(EndReason.REQUESTED, NOON));
        var ended = sessions()
                .insert(liveOf(id + "-3", owner)
                        .ending(EndReason.REQUESTED, NOON)
                        .ended(NOON));

        assertThat(sessions().unfinished()).contains(opening, ending).doesNotContain(ended);
    }

    @Test
    void forgetsOnlyWhatEndedLongAgo() {
        var ended = sessions()
                .insert(liveOf(id, owner).ending(EndReason.REQUESTED, NOON).ended(NOON));
        sessions().insert(liveOf(id + "-2", owner));

        sessions().forgetEndedBefore(NOON);
        assertThat(sessions().find(id)).contains(ended);

        sessions().forgetEndedBefore(NOON.plusSeconds(1));
        assertThat(sessions().find(id)).isEmpty();
        assertThat(sessions().find(id + "-2")).isPresent();
    }

    @Test
    void losesNoneOfManyChangesAtOnce() throws Exception {
        sessions().insert(liveOf(id, owner).shared(NOON));
        var changes = new ChangeVmSession(sessions(), (_, _) -> {});
        var joins = IntStream.range(0, 20)
                .<Callable<Outcome<VmSession>>>mapToObj(i -> () -> {
                    var person = new Person("many-" + i, "Many", "192.0.2.3");
                    return changes.change(
                            id,
                            found -> Outcome.done(found.orElseThrow()
                                    .joined(Participant.joining("stay-" + i, person, Role.CONTROLLER, NOON))));
                })
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(joins)) {
                assertThat(done.get()).isInstanceOf(Outcome.Done.class);
            }
        }

        assertThat(sessions().find(id).orElseThrow().inside()).hasSize(21);
    }
}
