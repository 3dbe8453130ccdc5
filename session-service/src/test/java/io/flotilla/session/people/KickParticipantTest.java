package io.flotilla.session.people;

import static io.flotilla.session.people.PeopleFixtures.ADA;
import static io.flotilla.session.people.PeopleFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.membership.InMemoryRooms.Announcement;
import io.flotilla.session.sharing.SharingFixtures;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Refusal;
import org.junit.jupiter.api.Test;

class KickParticipantTest {
    private final PeopleFixtures people = new PeopleFixtures();

    @Test
    void putsSomebodyOutAndTellsTheGateway() {
        var bob = people.bobJoins();

        people.kicks.kick(people.id, bob, ADA);

        assertThat(people.isInside("bob")).isFalse();
        assertThat(people.isShown(bob)).isFalse();
        assertThat(people.sharing.rooms.announced()).containsExactly(new Announcement(people.vmId, bob, "kicked"));
    }

    @Test
    void letsThemComeBackAsSomebodyNew() {
        var before = people.bobJoins();

        people.kicks.kick(people.id, before, ADA);
        var after = people.bobJoins();

        assertThat(after).isNotEqualTo(before);
        assertThat(people.isShown(after)).isTrue();
    }

    @Test
    void sparesWhoCameBackWhenItIsSaidAgain() {
        var before = people.bobJoins();
        people.kicks.kick(people.id, before, ADA);
        var after = people.bobJoins();

        people.kicks.kick(people.id, before, ADA);

        assertThat(people.isShown(after)).isTrue();
        assertThat(people.sharing.creates(SharingFixtures.BOB)).isInstanceOf(Outcome.Done.class);
        assertThat(people.sharing.creates(SharingFixtures.BOB)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void freesTheirPlace() {
        var bob = people.bobJoins();
        people.sharing.created(SharingFixtures.BOB);
        assertThat(people.sharing.creates(SharingFixtures.BOB)).isInstanceOf(Outcome.Refused.class);

        people.kicks.kick(people.id, bob, ADA);

        assertThat(people.sharing.creates(SharingFixtures.BOB)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void isForTheOwnerAlone() {
        var bob = people.bobJoins();

        assertThat(people.kicks.kick(people.id, bob, BOB)).isEqualTo(Outcome.refused(new Refusal.NotOwner()));
        assertThat(people.isInside("bob")).isTrue();
    }

    @Test
    void neverMeansTheOwner() {
        assertThat(people.kicks.kick(people.id, people.owner(), ADA))
                .isEqualTo(Outcome.refused(new Refusal.OwnerStays()));
        assertThat(people.kicks.kick(people.id, "nobody", ADA))
                .isEqualTo(Outcome.refused(new Refusal.UnknownParticipant()));
    }

    @Test
    void doesWhatALostCallLeftHalfDone() {
        var bob = people.bobJoins();
        var session = people.sharing.sessions.find(people.id).orElseThrow();
        people.sharing.sessions.replace(session.kicked(bob, people.sharing.clock.instant()));
        assertThat(people.isShown(bob)).isTrue();

        people.kicks.kick(people.id, bob, ADA);

        assertThat(people.isShown(bob)).isFalse();
        assertThat(people.sharing.rooms.announced()).contains(new Announcement(people.vmId, bob, "kicked"));
    }
}
