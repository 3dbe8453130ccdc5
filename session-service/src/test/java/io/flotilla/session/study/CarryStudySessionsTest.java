package io.flotilla.session.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.studysession.StudyEnd;
import io.flotilla.session.studysession.StudyFixtures;
import io.flotilla.session.studysession.StudyState;
import io.flotilla.session.usersession.CarriedOver.Handover;
import org.junit.jupiter.api.Test;

class CarryStudySessionsTest {
    private static final Handover HANDOVER = new Handover("visitor", "sid-1", "ada", "sid-2");

    private final StudyWorld world = new StudyWorld();
    private final CarryStudySessions carry = new CarryStudySessions(world.sessions, world.audience, world.telling);

    @Test
    void goesOnUnderTheAccount() {
        var over = world.has(StudyFixtures.startedBy("visitor").ended(StudyFixtures.after(9), StudyEnd.ENDED));
        var open = world.has(StudyFixtures.startedBy("visitor"));

        carry.carryOver(HANDOVER);
        carry.carriedOver(HANDOVER);

        assertThat(world.now(over).ownerId()).isEqualTo("ada");
        assertThat(world.now(open).ownerId()).isEqualTo("ada");
        assertThat(world.now(open).isRunning()).isTrue();
        assertThat(world.events.told()).singleElement().satisfies(change -> {
            assertThat(change.event()).isEqualTo("state");
            assertThat(change.audience()).containsExactly("ada");
        });
    }

    @Test
    void givesWayToTheOneThatTheAccountHas() {
        var visitors = world.has(StudyFixtures.startedBy("visitor"));
        var hers = world.has(StudyFixtures.startedBy("ada"));

        carry.carryOver(HANDOVER);

        assertThat(world.now(hers)).isEqualTo(hers);
        assertThat(world.now(visitors).ownerId()).isEqualTo("ada");
        assertThat(world.now(visitors).state())
                .isInstanceOfSatisfying(
                        StudyState.Ended.class, ended -> assertThat(ended.why()).isEqualTo(StudyEnd.SIGNED_IN));
    }
}
