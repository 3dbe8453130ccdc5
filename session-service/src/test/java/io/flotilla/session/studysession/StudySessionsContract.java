package io.flotilla.session.studysession;

import static io.flotilla.session.studysession.StudyFixtures.NOON;
import static io.flotilla.session.studysession.StudyFixtures.after;
import static io.flotilla.session.studysession.StudyFixtures.shared;
import static io.flotilla.session.studysession.StudyFixtures.started;
import static io.flotilla.session.studysession.StudyFixtures.startedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flotilla.session.Together;
import io.flotilla.session.studysession.StudySessions.Answered;
import io.flotilla.session.studysession.StudySessions.Page;
import io.flotilla.session.studysession.StudySessions.Place;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the record of study sessions promises. */
public abstract class StudySessionsContract {
    private final String ada = "ada-" + UUID.randomUUID();
    private final String bob = "bob-" + UUID.randomUUID();

    protected abstract StudySessions sessions();

    @Test
    void givesBackWhatWasStoredWhateverItsPlanAndState() {
        var free = started(ada, new Plan.Free(Duration.ofSeconds(90))).noted("chapter 3");
        var running = stored(free);
        var paused = stored(running.paused(after(7), PauseReason.DISCONNECTED));
        var ended = stored(paused.ended(after(9), StudyEnd.REPLACED));
        var pomodoro = stored(started(ada, StudyFixtures.POMODORO));
        var endless = stored(shared(bob, "vm-session"));

        assertThat(running).isEqualTo(free);
        assertThat(List.of(paused.state(), ended.state(), pomodoro.beginning(), endless.beginning()))
                .isEqualTo(List.of(
                        new StudyState.Paused(Duration.ofSeconds(7), after(7), PauseReason.DISCONNECTED),
                        new StudyState.Ended(Duration.ofSeconds(7), after(9), StudyEnd.REPLACED),
                        started(ada, StudyFixtures.POMODORO).beginning(),
                        shared(bob, "vm-session").beginning()));
    }

    @Test
    void findsNothingByAnIdThatIsNone() {
        assertThat(sessions().find("no\0such")).isEmpty();
        assertThat(sessions().find(UUID.randomUUID().toString())).isEmpty();
        assertThat(sessions().openOf(ada)).isEmpty();
        assertThat(sessions().openOf(List.of())).isEmpty();
        assertThat(sessions().all(List.of())).isEmpty();
    }

    @Test
    void refusesASecondOneThatIsNotOver() {
        stored(startedBy(ada).paused(after(1), PauseReason.USER));

        assertThatThrownBy(() -> stored(startedBy(ada))).isInstanceOf(RuntimeException.class);
        assertThat(sessions().page(all(ada))).hasSize(1);
    }

    @Test
    void letsOneAfterTheOtherWorkForAUser() {
        var outcomes = Together.all(
                12,
                _ -> () -> sessions().alone(ada, () -> {
                    boolean first = sessions().openOf(ada).isEmpty();
                    if (first) {
                        sessions().put(startedBy(ada));
                    }
                    return first;
                }));

        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(sessions().page(all(ada))).hasSize(1);
    }

    @Test
    void findsOpenSessionsByTheirOwners() {
        var hers = stored(startedBy(ada));
        var his = stored(shared(bob, "vm-session").paused(after(3), PauseReason.USER));

        assertThat(sessions().openOf(List.of(ada, bob))).containsExactlyInAnyOrder(hers, his);
        assertThat(sessions().openShared()).contains(his).doesNotContain(hers);
        assertThat(sessions().running()).contains(hers.id()).doesNotContain(his.id());
        assertThat(sessions().all(Set.of(his.id()))).containsExactly(his);
    }

    @Test
    void findsWhatShouldHaveEndedByThen() {
        var due = stored(started(ada, new Plan.Free(Duration.ofSeconds(60))));
        var later = stored(started(bob, new Plan.Free(Duration.ofSeconds(61))));

        assertThat(sessions().due(after(60), 10_000)).contains(due).doesNotContain(later);
        stored(due.paused(after(59), PauseReason.USER));
        assertThat(sessions().due(after(99), 10_000)).contains(later).noneMatch(one -> one.id()
                .equals(due.id()));
        assertThat(sessions().pausedBefore(after(60), 10_000))
                .anyMatch(one -> one.id().equals(due.id()))
                .doesNotContain(later);
    }

    @Test
    void turnsPagesNewestFirst() {
        for (int i = 0; i < 5; i++) {
            stored(started(ada, "subject-" + i % 2, StudyFixtures.FREE, after(i))
                    .ended(after(100), StudyEnd.ENDED));
        }
        var first = sessions().page(new Page(ada, null, null, null, null, 3));
        var last = first.getLast();
        var second = sessions()
                .page(new Page(ada, null, null, null, new Place(last.beginning().at(), last.id()), 3));

        assertThat(first).extracting(one -> one.beginning().at()).containsExactly(after(4), after(3), after(2));
        assertThat(second).extracting(one -> one.beginning().at()).containsExactly(after(1), after(0));
        assertThat(sessions().page(new Page(ada, "subject-1", after(1), after(3), null, 10)))
                .extracting(one -> one.beginning().at())
                .containsExactly(after(1));
        assertThat(sessions().page(all(bob))).isEmpty();
    }

    @Test
    void goesOnWhereSeveralStartedAtTheSameMoment() {
        for (int i = 0; i < 4; i++) {
            stored(startedBy(ada).ended(after(1), StudyEnd.ENDED));
        }
        var first = sessions().page(new Page(ada, null, null, null, null, 2));
        var second = sessions()
                .page(new Page(
                        ada, null, null, null, new Place(NOON, first.getLast().id()), 10));

        assertThat(first).hasSize(2).doesNotContainAnyElementsOf(second);
        assertThat(second).hasSize(2);
    }

    @Test
    void remembersWhatACommandCameTo() {
        var answer = new Answered("fingerprint", "{\"id\":\"1\"}", NOON);
        sessions().alone(ada, () -> {
            sessions().remember(ada, "c-1", answer);
            return ada;
        });

        assertThat(sessions().answered(ada, "c-1")).contains(answer);
        assertThat(sessions().answered(bob, "c-1")).isEmpty();
        assertThat(sessions().answeredSince(ada, NOON)).isEqualTo(1);
        assertThat(sessions().answeredSince(ada, after(1))).isZero();
        assertThat(sessions().answeredSince(bob, NOON)).isZero();
        assertThat(sessions().forgetAnswersBefore(after(1))).isPositive();
        assertThat(sessions().answered(ada, "c-1")).isEmpty();
    }

    @Test
    void handsOverWhatIsOver() {
        stored(startedBy(ada).ended(after(5), StudyEnd.ENDED));
        var open = stored(startedBy(ada));

        sessions().handOver(ada, bob);

        assertThat(sessions().page(all(bob))).hasSize(1).allMatch(one -> one.revision() == 3);
        assertThat(sessions().page(all(ada))).containsExactly(open);
    }

    private StudySession stored(StudySession session) {
        return sessions().alone(session.ownerId(), () -> {
            sessions().put(session);
            return sessions().find(session.id()).orElseThrow();
        });
    }

    private static Page all(String user) {
        return new Page(user, null, null, null, null, 100);
    }
}
