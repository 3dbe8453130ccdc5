package io.flotilla.session.vmsession;

import static io.flotilla.session.vmsession.VmSessionFixtures.NOON;
import static io.flotilla.session.vmsession.VmSessionFixtures.ada;
import static io.flotilla.session.vmsession.VmSessionFixtures.bob;
import static io.flotilla.session.vmsession.VmSessionFixtures.endedOf;
import static io.flotilla.session.vmsession.VmSessionFixtures.endingOf;
import static io.flotilla.session.vmsession.VmSessionFixtures.liveOf;
import static io.flotilla.session.vmsession.VmSessionFixtures.openingOf;
import static io.flotilla.session.vmsession.VmSessionFixtures.stay;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class VmSessionTest {
    @Test
    void opensWithItsOwnerInsideAndClosedToStrangers() {
        var session = openingOf(ada());

        assertThat(session.state()).isEqualTo(new VmState.Opening(NOON));
        assertThat(session.isShared()).isFalse();
        assertThat(session.inside("ada").orElseThrow().role()).isEqualTo(Role.OWNER);
        assertThat(session.vmId()).isEmpty();
    }

    @Test
    void goesLiveWithTheAbsoluteDeadlineCountedFromCreation() {
        var live = openingOf(ada()).live("vm-1", NOON.plusSeconds(3)).orElseThrow();

        assertThat(live.state())
                .isEqualTo(new VmState.Live("vm-1", NOON.plusSeconds(3), NOON.plus(Duration.ofHours(2))));
        assertThat(live.vmId()).contains("vm-1");
    }

    @Test
    void belongsToTheAccountThatItsVisitorSignedInTo() {
        var session = liveOf(ada()).joined(stay(bob(), Role.CONTROLLER));

        var owned = session.handedOver("ada", "account", NOON);
        var joined = session.handedOver("bob", "account", NOON);

        assertThat(owned.ownerId()).isEqualTo("account");
        assertThat(owned.inside("account").orElseThrow().id())
                .isEqualTo(session.inside("ada").orElseThrow().id());
        assertThat(owned.knows("ada")).isFalse();
        assertThat(joined.ownerId()).isEqualTo("ada");
        assertThat(joined.inside("account").orElseThrow().role()).isEqualTo(Role.CONTROLLER);
    }

    @Test
    void hasOnePersonInsideOnceWhenAVisitorIsAnAccountThatIsInside() {
        var session = liveOf(ada()).joined(stay(bob(), Role.CONTROLLER));

        var now = session.handedOver("ada", "bob", NOON.plusSeconds(5));

        assertThat(now.inside()).singleElement().satisfies(stay -> {
            assertThat(stay.id()).isEqualTo("stay-of-bob");
            assertThat(stay.role()).isEqualTo(Role.OWNER);
        });
    }

    @Test
    void onlyAnOpeningSessionGoesLive() {
        assertThat(liveOf(ada()).live("vm-2", NOON)).isEmpty();
        assertThat(endingOf(ada()).live("vm-2", NOON)).isEmpty();
        assertThat(endedOf(ada()).live("vm-2", NOON)).isEmpty();
    }

    @Test
    void endsFromOpeningWithoutKnowingItsVm() {
        var ending = openingOf(ada()).ending(EndReason.FAILED, NOON);

        assertThat(ending.state()).isEqualTo(new VmState.Ending(null, EndReason.FAILED, NOON));
    }

    @Test
    void keepsTheFirstReasonItEndedFor() {
        var once = liveOf(ada()).ending(EndReason.INACTIVE, NOON);

        var twice = once.ending(EndReason.REQUESTED, NOON.plusSeconds(1));

        assertThat(twice).isEqualTo(once);
        assertThat(twice.ended(NOON).ending(EndReason.CRASHED, NOON).state())
                .isEqualTo(new VmState.Ended("vm-of-" + once.id(), EndReason.INACTIVE, NOON));
    }

    @Test
    void onlyAnEndingSessionHasEnded() {
        assertThat(openingOf(ada()).ended(NOON)).isEqualTo(openingOf(ada()));
        assertThat(liveOf(ada()).ended(NOON)).isEqualTo(liveOf(ada()));
        assertThat(endedOf(ada()).ended(NOON.plusSeconds(9))).isEqualTo(endedOf(ada()));
    }

    @Test
    void hasNobodyInsideOnceItEnded() {
        var ended = liveOf(ada())
                .joined(stay(bob(), Role.CONTROLLER))
                .ending(EndReason.ABSOLUTE, NOON)
                .ended(NOON);

        assertThat(ended.inside()).isEmpty();
        assertThat(ended.knows("bob")).isTrue();
    }

    @Test
    void remembersWhoLeftAndWhen() {
        var session = liveOf(ada())
                .joined(stay(bob(), Role.CONTROLLER))
                .departed("bob", Departure.Way.LEFT, NOON.plusSeconds(5));

        assertThat(session.inside("bob")).isEmpty();
        assertThat(session.knows("bob")).isTrue();
        assertThat(session.departed("bob", Departure.Way.LEFT, NOON.plusSeconds(50)))
                .isEqualTo(session);
    }

    @Test
    void comesBackAsANewParticipant() {
        var left = liveOf(ada())
                .joined(stay(bob(), Role.CONTROLLER))
                .departed("bob", Departure.Way.LEFT, NOON.plusSeconds(5));

        var back = left.joined(Participant.joining("second-stay", bob(), Role.CONTROLLER, NOON.plusSeconds(9)));

        assertThat(back.inside("bob").orElseThrow().id()).isEqualTo("second-stay");
        assertThat(back.participants()).hasSize(3);
        assertThat(back.lastJoinedAt()).contains(NOON.plusSeconds(9));
    }

    @Test
    void keepsTheTimeOfTheFirstSharing() {
        var shared = liveOf(ada()).shared(NOON);

        assertThat(shared.shared(NOON.plusSeconds(9)).sharedAt()).isEqualTo(NOON);
        assertThat(shared.unshared().isShared()).isFalse();
    }

    @Test
    void putsAStayOutOnce() {
        var kicked = withBob().kicked("stay-of-bob", NOON.plusSeconds(5));

        assertThat(kicked.inside("bob")).isEmpty();
        assertThat(kicked.stay("stay-of-bob").orElseThrow().departure())
                .isEqualTo(new Departure(NOON.plusSeconds(5), Departure.Way.KICKED));
        assertThat(kicked.kicked("stay-of-bob", NOON.plusSeconds(9))).isEqualTo(kicked);
    }

    @Test
    void doesNotPutOutWhoCameBackSince() {
        var back = withBob()
                .kicked("stay-of-bob", NOON)
                .joined(Participant.joining("second-stay", bob(), Role.CONTROLLER, NOON.plusSeconds(9)));

        assertThat(back.kicked("stay-of-bob", NOON.plusSeconds(10))).isEqualTo(back);
    }

    @Test
    void bansAUserWhateverTheirStays() {
        var banned = withBob()
                .departed("bob", Departure.Way.LEFT, NOON)
                .joined(Participant.joining("second-stay", bob(), Role.CONTROLLER, NOON.plusSeconds(9)))
                .banned("bob", NOON.plusSeconds(10));

        assertThat(banned.isBanned("bob")).isTrue();
        assertThat(banned.isBanned("ada")).isFalse();
        assertThat(banned.inside("bob")).isEmpty();
        assertThat(banned.stay("stay-of-bob").orElseThrow().departure())
                .isEqualTo(new Departure(NOON, Departure.Way.LEFT));
        assertThat(banned.stay("second-stay").orElseThrow().departure())
                .isEqualTo(new Departure(NOON.plusSeconds(10), Departure.Way.BANNED));
        assertThat(banned.banned("bob", NOON.plusSeconds(20))).isEqualTo(banned);
        assertThat(banned.pardoned("bob").isBanned("bob")).isFalse();
    }

    @Test
    void givesBackTheRoleThatWasTheLast() {
        var session = withBob();

        assertThat(session.roleFor("bob")).isEqualTo(Role.CONTROLLER);
        assertThat(session.withRole("bob", Role.VIEWER)
                        .departed("bob", Departure.Way.LEFT, NOON)
                        .roleFor("bob"))
                .isEqualTo(Role.VIEWER);
        assertThat(session.roleFor("eve")).isEqualTo(Role.CONTROLLER);
        assertThat(session.roleFor("ada")).isEqualTo(Role.OWNER);
    }

    @Test
    void letsNoRoleOfAnOwnerOutliveTheOwnership() {
        var session = liveOf(ada()).handedOver("ada", "account", NOON);
        var others = new VmSession(
                session.id(),
                "eve",
                NOON,
                session.setup(),
                session.state(),
                session.terms(),
                session.participants(),
                0);

        assertThat(others.roleFor("account")).isEqualTo(Role.CONTROLLER);
    }

    @Test
    void banAnAccountThatABannedVisitorSignsInTo() {
        var session = withBob().banned("bob", NOON);

        assertThat(session.handedOver("bob", "account", NOON).isBanned("account"))
                .isTrue();
    }

    @Test
    void bansNobodyWhoIsInsideAlreadyOrOwnsItBySigningIn() {
        var account = Participant.joining("of-account", new Person("account", "A", ""), Role.VIEWER, NOON);
        var session = withBob().banned("bob", NOON).joined(account);

        var inside = session.handedOver("bob", "account", NOON);
        var owner = session.handedOver("ada", "bob", NOON);

        assertThat(inside.isBanned("account")).isFalse();
        assertThat(inside.inside("account").orElseThrow().role()).isEqualTo(Role.VIEWER);
        assertThat(owner.isBanned("bob")).isFalse();
        assertThat(owner.inside("bob").orElseThrow().role()).isEqualTo(Role.OWNER);
    }

    @Test
    void isNotFilledByComingAndGoing() {
        var session = withBob();
        for (int i = 1; i <= 50; i++) {
            var now = NOON.plusSeconds(i);
            session = session.departed("bob", Departure.Way.LEFT, now)
                    .joined(Participant.joining("stay-" + i, bob(), Role.CONTROLLER, now));
        }

        assertThat(session.participants()).hasSize(1 + 20);
        assertThat(session.inside("bob").orElseThrow().id()).isEqualTo("stay-50");
        assertThat(session.inside("ada")).isPresent();
    }

    @Test
    void changesTheWayOfTakingTurns() {
        var control = new Control(Control.Mode.QUEUED, 30);

        assertThat(liveOf(ada()).terms().control()).isEqualTo(new Control(Control.Mode.FREE, 60));
        assertThat(liveOf(ada()).shared(NOON).controlled(control).terms()).isEqualTo(new Terms(NOON, control));
    }

    private static VmSession withBob() {
        return liveOf(ada()).joined(stay(bob(), Role.CONTROLLER));
    }

    @Test
    void keepsTheOwnerWhoLeft() {
        var session = liveOf(ada()).departed("ada", Departure.Way.LEFT, NOON);

        assertThat(session.isOwnedBy("ada")).isTrue();
        assertThat(session.inside()).isEmpty();
    }
}
