package io.flotilla.session.people;

import static io.flotilla.session.people.PeopleFixtures.ADA;
import static io.flotilla.session.people.PeopleFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.membership.InMemoryRooms.Announcement;
import io.flotilla.session.sharing.SharingFixtures;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Refusal;
import io.flotilla.session.vmsession.Role;
import org.junit.jupiter.api.Test;

class ChangeRoleTest {
    private final PeopleFixtures people = new PeopleFixtures();

    @Test
    void showsTheRoleAndTellsTheGateway() {
        var bob = people.bobJoins();

        people.roles.change(people.id, bob, Role.VIEWER, ADA);

        assertThat(people.sharing.rooms.of(people.id).orElseThrow().members()).anySatisfy(one -> {
            assertThat(one.participantId()).isEqualTo(bob);
            assertThat(one.role()).isEqualTo("viewer");
        });
        assertThat(people.sharing.rooms.announced()).containsExactly(new Announcement(people.vmId, bob, "role"));
    }

    @Test
    void isNotUndoneByLeavingAndComingBack() {
        people.roles.change(people.id, people.bobJoins(), Role.VIEWER, ADA);
        people.sharing.leaves.leave(people.id, BOB);

        var back = SharingFixtures.value(people.sharing.joins.join(people.id, SharingFixtures.BOB));

        assertThat(back.participant().role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void isForTheOwnerAloneAndForThoseInside() {
        var bob = people.bobJoins();

        assertThat(people.roles.change(people.id, bob, Role.VIEWER, BOB))
                .isEqualTo(Outcome.refused(new Refusal.NotOwner()));
        assertThat(people.roles.change(people.id, people.owner(), Role.VIEWER, ADA))
                .isEqualTo(Outcome.refused(new Refusal.OwnerStays()));
        people.sharing.leaves.leave(people.id, BOB);
        assertThat(people.roles.change(people.id, bob, Role.VIEWER, ADA))
                .isEqualTo(Outcome.refused(new Refusal.UnknownParticipant()));
    }
}
