package io.flotilla.session.studysweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.sharing.SharingFixtures;
import io.flotilla.session.study.StudyWorld;
import io.flotilla.session.studynews.StudyChange;
import io.flotilla.session.studysession.Plan;
import io.flotilla.session.studysession.StudyFixtures;
import io.flotilla.session.studysession.StudySession;
import io.flotilla.session.sweep.InMemoryLeases;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StudySweeperTest {
    private final StudyWorld world = new StudyWorld();
    private final InMemoryLeases leases = new InMemoryLeases(world.clock);
    private final StudySweeper sweeper = new StudySweeper(
            world.sessions, world.attendance, world.audience, world.telling, leases, new SharingFixtures().config);

    @Test
    void endsWhatHasRunOutOnceAndAsOfItsEnd() {
        var session = world.has(StudyFixtures.started("ada", new Plan.Free(Duration.ofSeconds(60))));
        for (int i = 0; i < 90; i++) {
            world.pass(Duration.ofSeconds(1));
            world.attendance.attended(session.id());
            sweeper.everySecond();
        }

        assertThat(world.now(session).elapsed(world.clock.instant())).isEqualTo(Duration.ofSeconds(60));
        assertThat(world.events.told()).extracting(StudyChange::event).containsExactly("ended");
    }

    @Test
    void pausesWhatNobodyAttendsAfterTheGraceAndAsOfWhenTheyLeft() {
        var session = world.has(StudyFixtures.startedBy("ada"));
        world.pass(Duration.ofSeconds(20));
        world.attendance.attended(session.id());
        world.pass(Duration.ofSeconds(9));
        sweeper.everySecond();
        assertThat(world.now(session).isRunning()).isTrue();

        world.pass(Duration.ofSeconds(2));
        sweeper.everySecond();
        sweeper.everySecond();

        assertThat(world.now(session).elapsed(world.clock.instant())).isEqualTo(Duration.ofSeconds(20));
        assertThat(world.events.told()).extracting(StudyChange::event).containsExactly("paused");
    }

    @Test
    void pausesNothingWhileAttendanceIsNotKnown() {
        var session = world.has(StudyFixtures.startedBy("ada"));
        world.attendance.forget(session.id());
        world.pass(Duration.ofMinutes(5));
        sweeper.everySecond();
        sweeper.everySoOften();
        world.pass(Duration.ofSeconds(9));
        sweeper.everySecond();

        assertThat(world.now(session).isRunning()).isTrue();
        world.pass(Duration.ofSeconds(2));
        sweeper.everySecond();
        assertThat(world.now(session).isRunning()).isFalse();
    }

    @Test
    void leavesItToTheNodeThatIsAtIt() {
        var session = world.has(StudyFixtures.startedBy("ada"));
        world.pass(Duration.ofSeconds(30));
        var other = leases.take("study-sweeper", Duration.ofMinutes(1)).orElseThrow();

        sweeper.everySecond();
        assertThat(world.now(session).isRunning()).isTrue();

        other.release();
        sweeper.everySecond();
        assertThat(world.now(session).isRunning()).isFalse();
    }

    @Test
    void endsWhatNobodyCameBackTo() {
        var session = world.has(StudyFixtures.startedBy("ada"));
        world.pass(Duration.ofSeconds(30));
        sweeper.everySecond();
        world.pass(Duration.ofDays(7).plusSeconds(1));

        sweeper.everyHour();

        assertThat(world.now(session)).matches(StudySession::isOver);
        assertThat(world.events.told()).extracting(StudyChange::event).containsExactly("paused", "ended");
    }
}
