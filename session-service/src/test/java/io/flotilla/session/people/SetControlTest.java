package io.flotilla.session.people;

import static io.flotilla.session.people.PeopleFixtures.ADA;
import static io.flotilla.session.people.PeopleFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.membership.InMemoryRooms.Announcement;
import io.flotilla.session.people.SetControl.ControlWish;
import io.flotilla.session.vmsession.Control;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Refusal;
import org.junit.jupiter.api.Test;

class SetControlTest {
    private final PeopleFixtures people = new PeopleFixtures();

    @Test
    void showsTheModeAndTellsEverybody() {
        people.control.set(people.id, new ControlWish(Control.Mode.QUEUED, 30), ADA);

        assertThat(people.sharing.rooms.of(people.id).orElseThrow().room())
                .containsEntry("mode", "queued")
                .containsEntry("turnSeconds", "30");
        assertThat(people.sharing.rooms.announced()).containsExactly(new Announcement(people.vmId, null, "control"));
    }

    @Test
    void leavesTheLengthOfTurnsWhenNothingIsSaidOfIt() {
        people.control.set(people.id, new ControlWish(Control.Mode.QUEUED, 30), ADA);
        people.control.set(people.id, new ControlWish(Control.Mode.SINGLE, null), ADA);

        assertThat(people.sharing.sessions.find(people.id).orElseThrow().terms().control())
                .isEqualTo(new Control(Control.Mode.SINGLE, 30));
    }

    @Test
    void isSeenByThoseInsideAndSetByTheOwnerAlone() {
        people.bobJoins();

        assertThat(people.control.look(people.id, BOB)).isInstanceOf(Outcome.Done.class);
        assertThat(people.control.set(people.id, new ControlWish(Control.Mode.SINGLE, null), BOB))
                .isEqualTo(Outcome.refused(new Refusal.NotOwner()));
    }
}
