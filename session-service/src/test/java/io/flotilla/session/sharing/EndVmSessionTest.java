package io.flotilla.session.sharing;

import static io.flotilla.session.sharing.SharingFixtures.ADA;
import static io.flotilla.session.sharing.SharingFixtures.BOB;
import static io.flotilla.session.sharing.SharingFixtures.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.membership.InMemoryRooms.Announcement;
import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.EndReason;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Refusal;
import io.flotilla.session.vmsession.VmState;
import org.junit.jupiter.api.Test;

class EndVmSessionTest {
    private static final Actor OWNER = new Actor("ada", false);

    private final SharingFixtures sharing = new SharingFixtures();
    private final Entry entry = sharing.created(ADA);
    private final String id = entry.session().id();

    @Test
    void tellsEveryoneAndEndsTheVm() {
        sharing.ends.end(id, OWNER);

        assertThat(sharing.rooms.announced()).containsExactly(new Announcement(entry.vmId(), null, "ended"));
        assertThat(sharing.broker.running()).isEmpty();
        assertThat(sharing.sessions.find(id).orElseThrow().state()).isInstanceOf(VmState.Ended.class);
    }

    @Test
    void tellsNobodyTwice() {
        sharing.ends.end(id, OWNER);
        sharing.ends.end(id, OWNER);
        sharing.ends.end(id, EndReason.CRASHED);

        assertThat(sharing.rooms.announced()).hasSize(1);
    }

    @Test
    void keepsTheWishWhileTheBrokerIsAwayAndFreesThePlacesAtOnce() {
        sharing.shares.share(id, OWNER);
        sharing.joins.join(id, BOB);
        sharing.created(ADA);
        sharing.broker.goAway(true);

        sharing.ends.end(id, OWNER);
        sharing.broker.goAway(false);

        assertThat(sharing.sessions.find(id).orElseThrow().state()).isInstanceOf(VmState.Ending.class);
        assertThat(sharing.creates(ADA)).isInstanceOf(Outcome.Done.class);
        assertThat(sharing.joins.join(id, BOB)).isEqualTo(Outcome.refused(new Refusal.UnknownSession()));
        assertThat(sharing.broker.isRunning(entry.vmId())).isTrue();
    }

    @Test
    void needsNoBrokerForAVmThatIsKnownToBeGone() {
        sharing.broker.goAway(true);

        sharing.ends.vmGone(id, EndReason.INACTIVE);

        assertThat(sharing.sessions.find(id).orElseThrow().state())
                .isInstanceOfSatisfying(
                        VmState.Ended.class, ended -> assertThat(ended.reason()).isEqualTo(EndReason.INACTIVE));
    }

    @Test
    void finishesAWishWhenTheVmTurnsOutToBeGone() {
        sharing.broker.goAway(true);
        sharing.ends.end(id, OWNER);

        sharing.ends.vmGone(id, EndReason.CRASHED);

        assertThat(sharing.sessions.find(id).orElseThrow().state())
                .isInstanceOfSatisfying(
                        VmState.Ended.class, ended -> assertThat(ended.reason()).isEqualTo(EndReason.REQUESTED));
    }

    @Test
    void tellsTheGatewayWhoLeft() {
        sharing.shares.share(id, OWNER);
        var guest = value(sharing.joins.join(id, BOB)).participant();

        sharing.leaves.leave(id, new Actor("bob", false));
        sharing.leaves.leave(id, new Actor("bob", false));

        assertThat(sharing.rooms.announced()).containsExactly(new Announcement(entry.vmId(), guest.id(), "left"));
    }
}
