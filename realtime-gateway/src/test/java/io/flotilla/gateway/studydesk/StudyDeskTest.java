package io.flotilla.gateway.studydesk;

import static io.flotilla.gateway.studydesk.StudyFixtures.change;
import static io.flotilla.gateway.studydesk.StudyFixtures.ended;
import static io.flotilla.gateway.studydesk.StudyFixtures.later;
import static io.flotilla.gateway.studydesk.StudyFixtures.paused;
import static io.flotilla.gateway.studydesk.StudyFixtures.running;
import static io.flotilla.gateway.studydesk.StudyFixtures.session;
import static io.flotilla.gateway.studydesk.StudyFixtures.started;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.loop.ManualLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StudyDeskTest {
    private static final StudyChange STARTED = started("s-1", "ada");

    private final ManualLoop loop = new ManualLoop();
    private final List<String> left = new ArrayList<>();
    private final StudyDesk desk = new StudyDesk(loop, left::add);

    /** What a socket heard, in its order. */
    private static final class Tab implements Hearer {
        private final String userId;
        private final List<Words> words = new ArrayList<>();

        private Tab(String userId) {
            this.userId = userId;
        }

        static Tab of(String userId) {
            return new Tab(userId);
        }

        @Override
        public String userId() {
            return userId;
        }

        @Override
        public void say(Words said) {
            words.add(said);
        }

        List<String> events() {
            return words.stream().map(Words::event).toList();
        }

        List<JsonNode> heard(String event) {
            return words.stream()
                    .filter(one -> one.event().equals(event))
                    .map(Words::body)
                    .toList();
        }

        List<Integer> seconds() {
            return heard("timer-update").stream()
                    .map(one -> one.path("duration").intValue())
                    .toList();
        }
    }

    @Test
    void tellsEverySocketOfTheUserAndNobodyElse() {
        var laptop = arrived("ada");
        var phone = arrived("ada");
        var eve = arrived("eve");

        desk.hear(STARTED);
        loop.pass(Duration.ofSeconds(3));
        desk.hear(paused("s-1", "ada", 2, 3_000));
        loop.pass(Duration.ofSeconds(10));
        desk.hear(ended("s-1", "ada", 3, 3_000));

        for (var tab : List.of(laptop, phone)) {
            assertThat(tab.events())
                    .containsExactly(
                            "session-state",
                            "session-started",
                            "timer-update",
                            "timer-update",
                            "timer-update",
                            "session-paused",
                            "session-ended");
            assertThat(tab.seconds()).containsExactly(1, 2, 3);
        }
        assertThat(eve.events()).containsExactly("session-state");
    }

    @Test
    void tellsAChangeOnceHoweverOftenItIsHeard() {
        var tab = arrived("ada");
        var paused = paused("s-1", "ada", 2, 3_000);

        desk.hear(STARTED);
        desk.hear(STARTED);
        desk.hear(paused);
        desk.looked(Set.of("ada"), List.of(STARTED));
        desk.looked(Set.of("ada"), List.of(paused));
        desk.hear(ended("s-1", "ada", 3, 3_000));
        desk.hear(ended("s-1", "ada", 3, 3_000));
        desk.hear(paused);

        assertThat(tab.events()).containsExactly("session-state", "session-started", "session-paused", "session-ended");
    }

    @Test
    void findsOutByALookWhatItMissed() {
        var tab = arrived("ada");
        desk.looked(Set.of("ada"), List.of(later(STARTED, 2_000)));
        loop.pass(Duration.ofSeconds(2));
        desk.looked(Set.of("ada"), List.of(running("s-1", "ada", 3, 2_500)));
        loop.pass(Duration.ofSeconds(2));
        desk.looked(Set.of("ada"), List.of(ended("s-1", "ada", 4, 4_500)));

        assertThat(tab.events())
                .containsExactly(
                        "session-state",
                        "session-started",
                        "timer-update",
                        "timer-update",
                        "session-resumed",
                        "timer-update",
                        "timer-update",
                        "session-ended");
    }

    @Test
    void tellsANewcomerHowItStandsAndThenEachSecond() {
        var first = arrived("ada");
        desk.hear(STARTED);
        loop.pass(Duration.ofMillis(5_500));
        var second = arrived("ada", later(STARTED, 5_500));
        loop.pass(Duration.ofMillis(1_000));

        assertThat(second.events()).containsExactly("session-state", "timer-update");
        assertThat(second.heard("session-state")
                        .getFirst()
                        .at("/session/duration")
                        .intValue())
                .isEqualTo(5);
        assertThat(second.seconds()).containsExactly(6);
        assertThat(first.seconds()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void tellsTheNewcomerAtTheFirstLookWhenNobodyCouldSayBefore() {
        var tab = Tab.of("ada");
        desk.arrive(tab, null);
        assertThat(tab.events()).isEmpty();

        desk.looked(Set.of("eve"), List.of());
        assertThat(tab.events()).isEmpty();
        desk.looked(Set.of("ada"), List.of());
        desk.looked(Set.of("ada"), List.of());

        assertThat(tab.events()).containsExactly("session-state");
    }

    @Test
    void showsNotesToTheirOwnerAlone() {
        var ada = arrived("ada");
        var bob = arrived("bob");

        desk.hear(started("s-1", "ada", "bob"));

        assertThat(ada.heard("session-started").getFirst().has("notes")).isTrue();
        assertThat(bob.heard("session-started").getFirst().has("notes")).isFalse();
    }

    @Test
    void tellsWhoComesToASharedTimerAndWhoGoes() {
        var ada = arrived("ada");
        var bob = arrived("bob");
        desk.hear(STARTED);

        desk.looked(Set.of("ada", "bob"), List.of(later(started("s-1", "ada", "bob"), 0)));
        loop.pass(Duration.ofSeconds(1));
        desk.looked(Set.of("ada", "bob"), List.of(later(STARTED, 1_000)));
        loop.pass(Duration.ofSeconds(1));

        assertThat(bob.events()).containsExactly("session-state", "session-state", "timer-update", "session-state");
        assertThat(bob.heard("session-state"))
                .extracting(one -> one.path("shared").size())
                .containsExactly(0, 1, 0);
        assertThat(ada.seconds()).containsExactly(1, 2);
    }

    @Test
    void saysThatAPomodoroGoesOverJustBeforeThatSecond() {
        var tab = arrived("ada");
        var pomodoro = session("s-1", "ada", "active", 1)
                .put("type", "pomodoro")
                .put("durationSeconds", 2)
                .put("breakSeconds", 1)
                .put("longBreakSeconds", 3);
        desk.hear(change("started", pomodoro, 0, "ada"));
        loop.pass(Duration.ofSeconds(3));

        assertThat(tab.events())
                .containsExactly(
                        "session-state",
                        "session-started",
                        "timer-update",
                        "phase-changed",
                        "timer-update",
                        "phase-changed",
                        "timer-update");
        assertThat(tab.heard("phase-changed").getFirst().toString())
                .isEqualTo("{\"sessionId\":\"s-1\",\"duration\":2,\"remaining\":1,\"phase\":\"break\",\"round\":1}");
    }

    @Test
    void tellsNoSecondAfterTheEnd() {
        var tab = arrived("ada");
        desk.hear(change("started", session("s-1", "ada", "active", 1).put("durationSeconds", 2), 0, "ada"));
        loop.pass(Duration.ofSeconds(9));

        assertThat(tab.seconds()).containsExactly(1, 2);
        assertThat(tab.heard("timer-update").getLast().path("remaining").intValue())
                .isZero();
    }

    @Test
    void knowsWhoseOwnerIsHereAndSaysWhenTheyGo() {
        var laptop = arrived("ada");
        var phone = arrived("ada");
        var bob = arrived("bob");
        desk.hear(started("s-1", "ada", "bob"));
        assertThat(desk.attended()).containsExactly("s-1");

        desk.leave(laptop);
        desk.leave(laptop);
        assertThat(left).isEmpty();
        desk.leave(phone);

        assertThat(left).containsExactly("s-1");
        assertThat(desk.attended()).isEmpty();
        loop.pass(Duration.ofSeconds(1));
        assertThat(bob.seconds()).containsExactly(1);
    }

    @Test
    void keepsNothingThatNobodyHearsOf() {
        var tab = arrived("ada");
        desk.hear(STARTED);
        desk.hear(started("s-2", "eve"));
        assertThat(desk.known()).containsExactly("s-1");

        desk.leave(tab);

        assertThat(desk.known()).isEmpty();
        assertThat(loop.waiting()).isZero();
    }

    private Tab arrived(String user, StudyChange... known) {
        var tab = Tab.of(user);
        desk.arrive(tab, List.of(known));
        return tab;
    }
}
