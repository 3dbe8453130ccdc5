package io.flotilla.gateway.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.gateway.SocketVisit;
import io.flotilla.gateway.channel.InMemoryChannels;
import io.flotilla.gateway.protocol.CloseCode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes on the real engine, beside one record. */
class StudyNamespaceIT {
    private final InMemoryChannels channels = new InMemoryChannels();
    private final ScriptedStudyRecord record = new ScriptedStudyRecord(channels);
    private final StudyNode here = new StudyNode(record, channels);
    private final StudyNode there = new StudyNode(record, channels);

    @AfterEach
    void end() {
        here.close();
        there.close();
    }

    @Test
    void greetsFirstAndThenTellsWhatHappens() {
        var tab = enter(here, "ada");
        tab.emit("start-session", wish());
        patiently().until(() -> seconds(tab).size() >= 2);
        tab.emit("end-session", new JsonObject().put("sessionId", "s-1").put("notes", "done"));
        patiently().until(() -> !tab.heard("session-ended").isEmpty());

        assertThat(events(tab).subList(0, 4))
                .containsExactly("authenticated", "session-state", "session-started", "timer-update");
        assertThat(tab.heard("authenticated").getFirst())
                .isEqualTo(new JsonObject().put("userId", "ada").put("email", "ada@example.org"));
        assertThat(tab.heard("session-started").getFirst().getString("subjectId"))
                .isEqualTo("math-101");
        assertThat(tab.heard("timer-update").getFirst())
                .isEqualTo(new JsonObject()
                        .put("sessionId", "s-1")
                        .put("duration", 1)
                        .put("status", "active"));
        assertThat(events(tab).getLast()).isEqualTo("session-ended");
    }

    @Test
    void tellsAStrangerWhyAndSendsThemAway() {
        for (var auth : List.of(new JsonObject(), new JsonObject().put("token", "bad"))) {
            var stranger = here.client().enter(StudyNamespace.PATH, auth);
            patiently().until(stranger::isOver);

            assertThat(events(stranger)).containsExactly("error");
            assertThat(stranger.heard("error").getFirst().getString("message"))
                    .startsWith(auth.isEmpty() ? "Authentication required. " : "Authentication failed. ");
        }
    }

    @Test
    void tellsWhoIsNobodyAnyMoreWhy() {
        var tab = enter(here, "ada");
        here.lives.get("ada").accept(CloseCode.SESSION_OVER);
        patiently().until(tab::isOver);

        assertThat(tab.heard("error").getFirst().getString("message")).startsWith("Authentication failed. ");
    }

    @Test
    void answersWhoWantsAnAnswerAfterTheEvent() {
        var tab = enter(here, "ada");
        var answer = tab.ask("start-session", wish());

        assertThat(answer.getBoolean("ok")).isTrue();
        assertThat(answer.getJsonObject("session").getString("id")).isEqualTo("s-1");
        assertThat(tab.heard("session-started")).hasSize(1);
    }

    @Test
    void refusesWhatIsNotTheirsInTheWordsThatClientsKnow() {
        enter(here, "ada").ask("start-session", wish());
        var eve = enter(there, "eve");
        for (var verb : List.of("pause", "resume", "end")) {
            var command = new JsonObject().put("sessionId", "s-1").put("id", "c-" + verb);
            var answer = eve.ask(verb + "-session", command);

            assertThat(answer.getBoolean("ok")).isFalse();
            assertThat(answer.getJsonObject("error").getString("message"))
                    .isEqualTo("Session not found or you do not have permission to " + verb + " it");
            patiently().until(() -> eve.heard("error").stream()
                    .anyMatch(one -> one.getString("id").equals("c-" + verb)
                            && one.getString("command").equals(verb + "-session")));
        }
        assertThat(eve.heard("timer-update")).isEmpty();
    }

    @Test
    void takesNothingThatIsNoCommand() {
        var tab = enter(here, "ada");
        tab.emit("fly-session", wish());
        assertThat(tab.ask("start-session", "math").getJsonObject("error").getString("code"))
                .isEqualTo("invalid");
        assertThat(tab.ask("start-session").getJsonObject("error").getString("code"))
                .isEqualTo("invalid");
        assertThat(tab.isIn()).isTrue();
    }

    @Test
    void slowsDownWhoAsksTooMuch() {
        var tab = enter(here, "ada");
        for (int i = 0; i < 200; i++) {
            tab.emit("pause-session", new JsonObject().put("sessionId", "none"));
        }
        patiently().until(() -> tab.heard("error").stream()
                .anyMatch(one -> one.getString("code").equals("too-many")));
        assertThat(tab.isIn()).isTrue();
    }

    @Test
    void tellsEachSecondOnceOnEveryNodeAndGoesOnWhenOneDies() {
        var first = enter(here, "ada");
        var second = enter(there, "ada");
        first.ask("start-session", wish());
        patiently().until(() -> seconds(first).size() >= 3 && seconds(second).size() >= 3);

        here.close();
        var atDeath = seconds(second).size();
        patiently().until(() -> seconds(second).size() >= atDeath + 3);
        var third = enter(there, "ada");
        patiently().until(() -> seconds(third).size() >= 2);

        for (var tab : List.of(first, second, third)) {
            var from = seconds(tab).getFirst();
            assertThat(seconds(tab))
                    .isEqualTo(IntStream.range(from, from + seconds(tab).size())
                            .boxed()
                            .toList());
        }
        assertThat(seconds(second).getFirst()).isEqualTo(1);
        assertThat(third.heard("session-state")
                        .getFirst()
                        .getJsonObject("session")
                        .getInteger("duration"))
                .isEqualTo(seconds(third).getFirst() - 1);
    }

    @Test
    void findsOutWhatNobodyToldIt() {
        record.silent = true;
        var first = enter(here, "ada");
        var second = enter(there, "ada");
        first.ask("start-session", wish());
        patiently().until(() -> !second.heard("session-started").isEmpty());
        first.ask("pause-session", new JsonObject().put("sessionId", "s-1"));
        patiently().until(() -> !second.heard("session-paused").isEmpty());
        first.ask("end-session", new JsonObject().put("sessionId", "s-1"));
        patiently().until(() -> !second.heard("session-ended").isEmpty());
    }

    @Test
    void letsOthersOfTheVmSessionHearAndNotCommand() {
        record.inside.add("bob");
        var bob = enter(there, "bob");
        enter(here, "ada").ask("start-session", wish());
        patiently().until(() -> seconds(bob).size() >= 2);

        var answer = bob.ask("end-session", new JsonObject().put("sessionId", "s-1"));
        assertThat(answer.getBoolean("ok")).isFalse();

        record.inside.remove("bob");
        channels.publish("membership", "{\"vmId\":\"v\",\"reason\":\"kicked\"}");
        patiently().until(() -> bob.heard("session-state").size() == 2);
        assertThat(bob.heard("session-state").getLast().getJsonArray("shared")).isEqualTo(new JsonArray());
    }

    @Test
    void saysWhoseOwnerIsHereAndWhenTheyGo() {
        var tab = enter(here, "ada");
        tab.ask("start-session", wish());
        patiently().until(() -> here.attended.contains("s-1"));
        var before = here.attended.size();
        tab.close();

        patiently().until(() -> here.attended.size() > before);
        assertThat(there.attended).isEmpty();
    }

    @Test
    void letsPeopleInWhileNobodyKnowsWhatTheyStudy() {
        enter(there, "ada").ask("start-session", wish());
        record.away = true;
        var tab = here.client().enter(StudyNamespace.PATH, new JsonObject().put("token", "ada"));
        patiently().until(() -> !tab.heard("authenticated").isEmpty());
        assertThat(tab.heard("authenticated").getFirst().getValue("email")).isNull();
        assertThat(tab.ask("start-session", wish()).getJsonObject("error").getString("code"))
                .isEqualTo("unavailable");

        record.away = false;
        patiently().until(() -> !seconds(tab).isEmpty());
        assertThat(tab.heard("session-state")).isNotEmpty();
    }

    private static SocketVisit enter(StudyNode node, String user) {
        var visit = node.client().enter(StudyNamespace.PATH, new JsonObject().put("token", user));
        patiently().until(() -> !visit.heard("session-state").isEmpty());
        return visit;
    }

    private static JsonObject wish() {
        return new JsonObject().put("subjectId", "math-101").put("type", "free");
    }

    private static List<Integer> seconds(SocketVisit visit) {
        return visit.heard("timer-update").stream()
                .map(one -> one.getInteger("duration"))
                .toList();
    }

    private static List<String> events(SocketVisit visit) {
        return visit.heard().stream().map(SocketVisit.Heard::name).toList();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(40));
    }
}
