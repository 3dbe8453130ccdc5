package io.flotilla.session.people;

import static io.flotilla.session.people.PeopleFixtures.ADA;
import static io.flotilla.session.people.PeopleFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.kit.audit.AuditEntry;
import io.flotilla.session.membership.InMemoryRooms.Announcement;
import io.flotilla.session.sharing.SharingFixtures;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Refusal;
import org.junit.jupiter.api.Test;

class BanParticipantTest {
    private final PeopleFixtures people = new PeopleFixtures();

    @Test
    void putsSomebodyOutForGood() {
        var bob = people.bobJoins();

        people.bans.ban(people.id, bob, ADA);

        assertThat(people.isShown(bob)).isFalse();
        assertThat(people.sharing.rooms.announced()).containsExactly(new Announcement(people.vmId, bob, "banned"));
        assertThat(people.sharing.joins.join(people.id, SharingFixtures.BOB))
                .isEqualTo(Outcome.refused(new Refusal.Banned()));
    }

    @Test
    void costsWhoIsRefusedNoPlace() {
        people.bans.ban(people.id, people.bobJoins(), ADA);
        people.sharing.joins.join(people.id, SharingFixtures.BOB);

        people.sharing.created(SharingFixtures.BOB);

        assertThat(people.sharing.creates(SharingFixtures.BOB)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void alsoMeansWhoHasLeftAndComesBackByAnotherStay() {
        var first = people.bobJoins();
        people.sharing.leaves.leave(people.id, BOB);
        var second = people.bobJoins();

        people.bans.ban(people.id, first, ADA);

        assertThat(people.isShown(second)).isFalse();
        assertThat(people.sharing.rooms.announced()).contains(new Announcement(people.vmId, second, "banned"));
    }

    @Test
    void isTakenBack() {
        var bob = people.bobJoins();
        people.bans.ban(people.id, bob, ADA);

        people.bans.unban(people.id, bob, ADA);
        people.bans.unban(people.id, bob, ADA);

        assertThat(people.isShown(people.bobJoins())).isTrue();
    }

    @Test
    void isForTheOwnerAloneAndNeverMeansTheOwner() {
        var bob = people.bobJoins();

        assertThat(people.bans.ban(people.id, people.owner(), BOB)).isEqualTo(Outcome.refused(new Refusal.NotOwner()));
        assertThat(people.bans.unban(people.id, bob, BOB)).isEqualTo(Outcome.refused(new Refusal.NotOwner()));
        assertThat(people.bans.ban(people.id, people.owner(), ADA))
                .isEqualTo(Outcome.refused(new Refusal.OwnerStays()));
        assertThat(people.bans.ban(people.id, "nobody", ADA))
                .isEqualTo(Outcome.refused(new Refusal.UnknownParticipant()));
    }

    @Test
    void isWrittenDownOnce() {
        var bob = people.bobJoins();

        people.bans.ban(people.id, bob, ADA);
        people.bans.ban(people.id, bob, ADA);
        people.bans.unban(people.id, bob, ADA);

        assertThat(people.sharing.trail.entries().stream().map(AuditEntry::type))
                .containsExactly("vm-created", "vm-shared", "vm-joined", "vm-banned", "vm-unbanned");
        assertThat(people.sharing.trail.entries().get(3)).satisfies(entry -> {
            assertThat(entry.subject()).isEqualTo("bob");
            assertThat(entry.detail()).containsEntry("name", "Bob").containsEntry("vm", people.id);
        });
    }
}
