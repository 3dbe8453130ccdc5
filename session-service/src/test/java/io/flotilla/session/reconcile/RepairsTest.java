package io.flotilla.session.reconcile;

import static io.flotilla.session.vmsession.VmSessionFixtures.ID;
import static io.flotilla.session.vmsession.VmSessionFixtures.NOON;
import static io.flotilla.session.vmsession.VmSessionFixtures.ada;
import static io.flotilla.session.vmsession.VmSessionFixtures.endedOf;
import static io.flotilla.session.vmsession.VmSessionFixtures.endingOf;
import static io.flotilla.session.vmsession.VmSessionFixtures.liveOf;
import static io.flotilla.session.vmsession.VmSessionFixtures.openingOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.broker.RunningVm;
import io.flotilla.session.vmsession.EndReason;
import io.flotilla.session.vmsession.VmSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepairsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant LATER = NOON.plusSeconds(30);

    @Test
    void leavesAloneWhatIsAsItShouldBe() {
        assertThat(plan(liveOf(ada()), LATER, vm("vm-of-" + ID))).isEmpty();
        assertThat(plan(openingOf(ada()), LATER)).isEmpty();
    }

    @Test
    void endsWhatNeverCameToLife() {
        var opening = openingOf(ada());

        assertThat(plan(opening, NOON.plus(PATIENCE).plusSeconds(1)))
                .containsExactly(new Repair.End(opening, EndReason.FAILED));
    }

    @Test
    void looksOnceMoreForAVmThatWasNotListed() {
        var live = liveOf(ada());

        assertThat(plan(live, LATER, vm("another")))
                .containsExactly(new Repair.EndIfGone(live, "vm-of-" + ID, EndReason.BROKER_LOST));
    }

    @Test
    void leavesAloneWhatWentLiveAfterTheListing() {
        assertThat(plan(liveOf(ada()), NOON)).isEmpty();
    }

    @Test
    void leavesAloneWhatRunsWhenThereIsNoList() {
        assertThat(Repairs.plan(List.of(liveOf(ada())), Optional.empty(), LATER, PATIENCE))
                .isEmpty();
    }

    @Test
    void finishesWhatIsEndingWithAndWithoutAList() {
        var ending = endingOf(ada());

        assertThat(plan(ending, LATER)).containsExactly(new Repair.Finish(ending));
        assertThat(Repairs.plan(List.of(ending), Optional.empty(), LATER, PATIENCE))
                .containsExactly(new Repair.Finish(ending));
    }

    @Test
    void endsWhatOutlivedItsDeadline() {
        var live = liveOf(ada());

        assertThat(plan(live, NOON.plus(Duration.ofHours(3)), vm("vm-of-" + ID)))
                .containsExactly(new Repair.End(live, EndReason.ABSOLUTE));
    }

    @Test
    void aVmIsNobodysWhenItsSessionIsOverOrHasAnother() {
        var old = NOON.plusSeconds(60);

        assertThat(Repairs.isNobodys(vm("x"), Optional.of(endedOf(ada())), NOON))
                .isTrue();
        assertThat(Repairs.isNobodys(vm("x"), Optional.of(liveOf(ada())), old)).isTrue();
        assertThat(Repairs.isNobodys(vm("x"), Optional.empty(), old)).isTrue();
    }

    @Test
    void aVmIsSomebodysWhileThatIsPossible() {
        assertThat(Repairs.isNobodys(vm("vm-of-" + ID), Optional.of(liveOf(ada())), NOON.plusSeconds(60)))
                .isFalse();
        assertThat(Repairs.isNobodys(vm("x"), Optional.of(openingOf(ada())), NOON.plusSeconds(60)))
                .isFalse();
        assertThat(Repairs.isNobodys(vm("x"), Optional.empty(), NOON)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tag", "K3FW-9DPT-X2MN-7HQA", "k3fw-9dpt-x2mn", "k3fw-9dpt-x2mn-7hql", "k3fw9dptx2mn7hqa"})
    void foreignTagsAreNoneOfOurBusiness(String tag) {
        assertThat(Repairs.isOurs(tag)).isFalse();
    }

    @Test
    void knowsItsOwnTags() {
        assertThat(Repairs.isOurs("k3fw-9dpt-x2mn-7hqa")).isTrue();
    }

    private static List<Repair> plan(VmSession session, Instant listedAt, RunningVm... running) {
        return Repairs.plan(List.of(session), Optional.of(List.of(running)), listedAt, PATIENCE);
    }

    private static RunningVm vm(String id) {
        return new RunningVm(id, NOON, Optional.of(ID));
    }
}
