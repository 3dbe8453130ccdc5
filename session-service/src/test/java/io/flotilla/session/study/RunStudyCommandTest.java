package io.flotilla.session.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.studynews.StudyChange;
import io.flotilla.session.studysession.Plan;
import io.flotilla.session.vmsession.Role;
import io.flotilla.session.vmsession.VmSessionFixtures;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunStudyCommandTest {
    private static final StudyCommand.Start START = new StudyCommand.Start("math-101", new Plan.Free(null), null);
    private static final StudyCommand.Start OTHER = new StudyCommand.Start("physics", new Plan.Free(null), null);

    private final StudyWorld world = new StudyWorld();

    @Test
    void takesOneSessionFromItsStartToItsEnd() {
        var id = done("ada", START).session().path("id").textValue();
        world.pass(Duration.ofSeconds(10));
        var paused = done("ada", new StudyCommand.Pause(id));
        world.pass(Duration.ofSeconds(100));
        var resumed = done("ada", new StudyCommand.Resume(id));
        world.pass(Duration.ofSeconds(5));
        var ended = done("ada", new StudyCommand.End(id, "went well"));

        assertThat(List.of(paused, resumed, ended))
                .extracting(one -> one.changes().getFirst().event())
                .containsExactly("paused", "resumed", "ended");
        assertThat(ended.session().path("duration").intValue()).isEqualTo(15);
        assertThat(ended.session().path("notes").textValue()).isEqualTo("went well");
        assertThat(ended.session().path("endReason").textValue()).isEqualTo("ended");
        assertThat(ended.changes().getFirst().audience()).containsExactly("ada");
    }

    @Test
    void answersADoubleClickWithTheSessionThatRuns() {
        var first = done("ada", START);
        world.pass(Duration.ofSeconds(9));
        var second = done("ada", START);

        assertThat(second.session().path("id")).isEqualTo(first.session().path("id"));
        assertThat(second.changes()).isEmpty();
    }

    @Test
    void refusesAnotherStartWhileOneRuns() {
        var running = done("ada", START).session();

        assertThat(refused("ada", OTHER).code()).isEqualTo("already-active");
        world.pass(Duration.ofSeconds(11));
        var refusal = refused("ada", START);

        assertThat(refusal.code()).isEqualTo("already-active");
        assertThat(refusal.session().id()).isEqualTo(running.path("id").textValue());
        assertThat(done("bob", START).changes()).hasSize(1);
    }

    @Test
    void endsThePausedOneWhenAnotherIsStarted() {
        var id = done("ada", START).session().path("id").textValue();
        done("ada", new StudyCommand.Pause(id));

        var started = done("ada", OTHER);

        assertThat(started.changes()).extracting(StudyChange::event).containsExactly("ended", "started");
        assertThat(started.session().path("subjectId").textValue()).isEqualTo("physics");
        assertThat(refused("ada", new StudyCommand.Resume(id)).code()).isEqualTo("ended");
    }

    @Test
    void changesNothingByAStepThatIsNone() {
        var id = done("ada", START).session().path("id").textValue();

        assertThat(done("ada", new StudyCommand.Resume(id)).changes()).isEmpty();
        done("ada", new StudyCommand.Pause(id));
        assertThat(done("ada", new StudyCommand.Pause(id)).changes()).isEmpty();
        done("ada", new StudyCommand.End(id, null));
        assertThat(done("ada", new StudyCommand.End(id, "late")).changes()).isEmpty();
        assertThat(done("ada", new StudyCommand.End(id, "later"))
                        .session()
                        .path("notes")
                        .textValue())
                .isEqualTo("late");
        assertThat(refused("ada", new StudyCommand.Pause(id)).message()).isEqualTo("Session has already ended");
    }

    @Test
    void saysOfSomebodyElsesSessionWhatItSaysOfNone() {
        var id = done("ada", START).session().path("id").textValue();
        var words = "Session not found or you do not have permission to ";

        for (var one : List.of(id, "no-such-session")) {
            assertThat(refused("eve", new StudyCommand.Pause(one)).message()).isEqualTo(words + "pause it");
            assertThat(refused("eve", new StudyCommand.Resume(one)).message()).isEqualTo(words + "resume it");
            assertThat(refused("eve", new StudyCommand.End(one, "mine")).message())
                    .isEqualTo(words + "end it");
        }
    }

    @Test
    void doesACommandWithAnIdOnceAndAnswersItTheSame() {
        var first = world.commands.run("ada", "c-1", START);
        world.pass(Duration.ofMinutes(3));
        var again = (StudyOutcome.Done) world.commands.run("ada", "c-1", START);

        assertThat(again.session().toString())
                .isEqualTo(((StudyOutcome.Done) first).session().toString());
        assertThat(again.changes()).isEmpty();
        assertThat(world.commands.run("ada", "c-1", OTHER)).isInstanceOf(StudyOutcome.Refused.class);
        assertThat(world.commands.run("bob", "c-1", OTHER)).isInstanceOf(StudyOutcome.Done.class);
    }

    @Test
    void letsWhatWasRefusedBeTriedAgainWithItsId() {
        var id = done("ada", START).session().path("id").textValue();
        assertThat(world.commands.run("ada", "c-1", OTHER)).isInstanceOf(StudyOutcome.Refused.class);
        done("ada", new StudyCommand.End(id, null));

        assertThat(world.commands.run("ada", "c-1", OTHER)).isInstanceOf(StudyOutcome.Done.class);
    }

    @Test
    void letsNobodyFillTheRecord() {
        for (int i = 0; i < 120; i++) {
            var id = done("ada", START).session().path("id").textValue();
            done("ada", new StudyCommand.End(id, null));
        }
        assertThat(refused("ada", START).code()).isEqualTo("too-many");
        world.pass(Duration.ofMinutes(61));
        var id = done("ada", START).session().path("id").textValue();

        for (int i = 0; i < 120; i++) {
            world.commands.run("ada", "c-" + i, new StudyCommand.Resume(id));
        }
        assertThat(world.commands.run("ada", "c-new", new StudyCommand.Resume(id)))
                .isInstanceOf(StudyOutcome.Refused.class);
        assertThat(world.commands.run("ada", "c-7", new StudyCommand.Resume(id)))
                .isInstanceOf(StudyOutcome.Done.class);
    }

    @Test
    void tellsThoseInTheVmSessionAndTakesNobodyElse() {
        var vm = VmSessionFixtures.liveOf(VmSessionFixtures.ada())
                .joined(VmSessionFixtures.stay(VmSessionFixtures.bob(), Role.VIEWER));
        world.vmSessions.insert(vm);
        var start = new StudyCommand.Start("math-101", new Plan.Free(null), vm.id());

        assertThat(refused("eve", start).code()).isEqualTo("not-participant");
        assertThat(done("bob", start).changes().getFirst().audience()).containsExactlyInAnyOrder("ada", "bob");
    }

    private StudyOutcome.Done done(String user, StudyCommand command) {
        return (StudyOutcome.Done) world.commands.run(user, null, command);
    }

    private StudyRefusal refused(String user, StudyCommand command) {
        return ((StudyOutcome.Refused) world.commands.run(user, null, command)).why();
    }
}
