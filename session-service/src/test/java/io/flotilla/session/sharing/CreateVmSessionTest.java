package io.flotilla.session.sharing;

import static io.flotilla.session.sharing.SharingFixtures.ADA;
import static io.flotilla.session.sharing.SharingFixtures.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.broker.Start;
import io.flotilla.session.membership.Member;
import io.flotilla.session.vmsession.EndReason;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Refusal;
import io.flotilla.session.vmsession.VmState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CreateVmSessionTest {
    private final SharingFixtures sharing = new SharingFixtures();

    @Test
    void opensTheDoorForItsOwner() {
        var entry = sharing.created(ADA);

        assertThat(entry.session().state()).isInstanceOf(VmState.Live.class);
        assertThat(sharing.broker.isRunning(entry.vmId())).isTrue();
        assertThat(sharing.rooms.of(entry.session().id()).orElseThrow().members())
                .extracting(Member::participantId)
                .containsExactly(entry.participant().id());
    }

    @Test
    void stopsAtTheLimitWithoutAskingThePlatform() {
        sharing.created(ADA);
        sharing.created(ADA);

        assertThat(sharing.creates(ADA))
                .isEqualTo(Outcome.refused(new Refusal.LimitReached("user", 2, Duration.ofSeconds(30))));
        assertThat(sharing.broker.running()).hasSize(2);
        assertThat(sharing.sessions.unfinished()).hasSize(2);
    }

    @Test
    void leavesNothingBehindWhenThePlatformIsFull() {
        sharing.broker.answerOrdersWith(new Start.NoCapacity("full"));
        sharing.creates(ADA);
        sharing.creates(ADA);
        sharing.creates(ADA);
        sharing.broker.answerOrdersWith(null);

        assertThat(sharing.sessions.unfinished()).isEmpty();
        assertThat(sharing.creates(ADA)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void endsTheVmWhenNoTokenCanBeHadForIt() {
        sharing.tokens.goAway(true);

        assertThat(sharing.creates(ADA))
                .isEqualTo(Outcome.refused(new Refusal.PlatformFailed("The sign-in service cannot be reached", true)));
        assertThat(sharing.broker.running()).isEmpty();
        assertThat(sharing.sessions.unfinished()).isEmpty();
    }

    @Test
    void findsAndEndsTheVmOfAnOrderWhoseAnswerNeverCame() {
        sharing.broker.goAway(true);
        sharing.creates(ADA);
        var session = sharing.sessions.unfinished().getFirst();
        assertThat(session.state()).isInstanceOf(VmState.Ending.class);
        sharing.broker.goAway(false);
        sharing.broker.start(new io.flotilla.session.broker.VmOrder(session.id(), "ada", java.util.Map.of()));

        sharing.ends.finish(session);

        assertThat(sharing.broker.running()).isEmpty();
        assertThat(sharing.sessions.unfinished()).isEmpty();
    }

    @Test
    void doesNotComeToLifeWhenItWasEndedMeanwhile() {
        var entry = sharing.created(ADA);
        sharing.ends.end(entry.session().id(), EndReason.CRASHED);

        assertThat(sharing.joins.join(entry.session().id(), ADA))
                .isEqualTo(Outcome.refused(new Refusal.UnknownSession()));
        assertThat(sharing.rooms.of(entry.session().id()).orElseThrow().members())
                .isEmpty();
    }

    @Test
    void answersARepeatedRequestWithTheSameSession() {
        var first = value(sharing.createsOnce(ADA, "key"));

        var second = value(sharing.createsOnce(ADA, "key"));

        assertThat(second.session().id()).isEqualTo(first.session().id());
        assertThat(second.participant()).isEqualTo(first.participant());
        assertThat(sharing.broker.running()).hasSize(1);
    }
}
