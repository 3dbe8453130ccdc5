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
        var session = liveOf(ada()).joined(stay(bob(), Role.CONTROLLER)).left("bob", NOON.plusSeconds(5));

        assertThat(session.inside("bob")).isEmpty();
        assertThat(session.knows("bob")).isTrue();
        assertThat(session.left("bob", NOON.plusSeconds(50))).isEqualTo(session);
    }

    @Test
    void comesBackAsANewParticipant() {
        var left = liveOf(ada()).joined(stay(bob(), Role.CONTROLLER)).left("bob", NOON.plusSeconds(5));

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
    void keepsTheOwnerWhoLeft() {
        var session = liveOf(ada()).left("ada", NOON);

        assertThat(session.isOwnedBy("ada")).isTrue();
        assertThat(session.inside()).isEmpty();
    }
}
