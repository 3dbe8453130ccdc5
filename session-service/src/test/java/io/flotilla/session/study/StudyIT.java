package io.flotilla.session.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.session.RunningService;
import io.flotilla.session.SignIns;
import io.flotilla.session.StudyCalls;
import io.flotilla.session.Together;
import io.flotilla.session.Visitor;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class StudyIT {
    @Inject
    RedisDataSource redis;

    private final String ada = SignIns.newUser();
    private final Visitor browser = SignIns.of(ada);

    @Test
    void startsOneSessionHoweverManyClicksComeAtOnce() {
        var answers = Together.all(
                20,
                i -> () ->
                        StudyCalls.asks(ada, "start-session", StudyCalls.wish().put("subjectId", "s-" + i % 4)));

        assertThat(answers)
                .filteredOn(one -> one.getBoolean("ok"))
                .extracting(one -> one.getJsonObject("session").getString("id"))
                .isNotEmpty()
                .containsOnly(
                        history().getJsonArray("sessions").getJsonObject(0).getString("id"));
        assertThat(answers)
                .filteredOn(one ->
                        one.getBoolean("ok") && !one.getJsonArray("changes").isEmpty())
                .hasSize(1);
        assertThat(history().getJsonArray("sessions")).hasSize(1);
    }

    @Test
    void doesACommandOnceThatIsSentAgainAtTheSameMoment() {
        var wish = StudyCalls.wish().put("id", UUID.randomUUID().toString());

        var answers = Together.all(10, _ -> () -> StudyCalls.asks(ada, "start-session", wish));

        assertThat(answers)
                .extracting(one -> one.getJsonObject("session").encode())
                .containsOnly(answers.getFirst().getJsonObject("session").encode());
        assertThat(history().getJsonArray("sessions")).hasSize(1);
    }

    @Test
    void tellsAllNodesWhatChanged() {
        var heard = new CopyOnWriteArrayList<JsonObject>();
        var subscriber =
                redis.pubsub(String.class).subscribe("study-sessions", message -> heard.add(new JsonObject(message)));
        try {
            var id = StudyCalls.starts(browser).getString("id");
            StudyCalls.done(browser, "pause-session", Visitor.session(id));

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(of(heard, id))
                    .extracting(one -> one.getString("event"))
                    .containsExactly("started", "paused"));
            var started = of(heard, id).getFirst();
            assertThat(started.getJsonArray("audience")).containsExactly(ada);
            assertThat(started.getLong("elapsedMs")).isBetween(0L, 60_000L);
        } finally {
            subscriber.unsubscribe();
        }
    }

    @Test
    void pausesWhatNobodyAttends() {
        var id = StudyCalls.starts(browser).getString("id");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(one(id).getString("status")).isEqualTo("paused"));
        assertThat(one(id).getString("pauseReason")).isEqualTo("disconnected");
        assertThat(one(id).getInteger("duration")).isLessThan(10);
    }

    @Test
    void endsByItselfWhatHasRunAsLongAsPlanned() {
        var wish = StudyCalls.wish().put("durationSeconds", 2);
        var id = StudyCalls.done(browser, "start-session", wish)
                .getJsonObject("session")
                .getString("id");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(one(id).getString("endReason")).isEqualTo("completed"));
        assertThat(one(id).getInteger("duration")).isEqualTo(2);
    }

    @Test
    void tellsWhoArrivesWhatIsUnderWayAndTheirAddress() {
        var id = StudyCalls.starts(browser).getString("id");
        var handle = SignIns.handle(browser);

        var answer = StudyCalls.tell("/arrivals", ada, new JsonObject().put("sid", handle))
                .body();
        var strangers = StudyCalls.tell("/arrivals", "eve", new JsonObject().put("sid", handle))
                .body();

        assertThat(answer.getString("email")).isEqualTo("ada@example.org");
        assertThat(answer.getJsonArray("changes")
                        .getJsonObject(0)
                        .getJsonObject("session")
                        .getString("id"))
                .isEqualTo(id);
        assertThat(strangers.getString("email")).isNull();
        assertThat(strangers.getJsonArray("changes")).isEmpty();
    }

    @Test
    void isHeardByThoseInTheVmSession() {
        var bob = SignIns.newUser();
        var bobs = SignIns.of(bob);
        var vm = browser.createsShared();
        assertThat(bobs.joins(vm).status()).isEqualTo(200);
        var id = StudyCalls.done(browser, "start-session", StudyCalls.wish().put("vmSessionId", vm))
                .getJsonObject("session")
                .getString("id");

        assertThat(heardBy(bob)).contains(id);
        bobs.leaves(vm);
        assertThat(heardBy(bob)).doesNotContain(id);
        assertThat(StudyCalls.asks(bob, "start-session", StudyCalls.wish().put("vmSessionId", vm))
                        .getJsonObject("error")
                        .getString("code"))
                .isEqualTo("not-participant");
    }

    @Test
    void goesAlongWithAVisitorWhoSignsIn() {
        var visitor = Visitor.arrive();
        var id = StudyCalls.starts(visitor).getString("id");

        var signedIn = SignIns.of(SignIns.newUser(), visitor);

        assertThat(signedIn.get("/api/study-sessions/" + id).status()).isEqualTo(200);
        StudyCalls.done(signedIn, "pause-session", Visitor.session(id));
    }

    @Test
    void keepsNotesTurnsPagesAndAddsUp() {
        for (int i = 0; i < 3; i++) {
            var id = StudyCalls.starts(browser).getString("id");
            StudyCalls.done(browser, "end-session", Visitor.session(id).put("notes", "number " + i));
        }
        var first = browser.get("/api/study-sessions?limit=2").body();
        var second = browser.get("/api/study-sessions?limit=2&before=" + first.getString("next"))
                .body();
        var last = second.getJsonArray("sessions").getJsonObject(0);
        var patch = new JsonObject().put("notes", "better").encode();
        var noted = browser.send("PATCH", "/api/study-sessions/" + last.getString("id"), patch, Map.of());

        assertThat(first.getJsonArray("sessions")).hasSize(2);
        assertThat(first.getJsonArray("sessions").getJsonObject(0).getString("notes"))
                .isEqualTo("number 2");
        assertThat(second.getString("next")).isNull();
        assertThat(noted.body().getJsonObject("session").getString("notes")).isEqualTo("better");
        var totals = browser.get("/api/study-sessions/totals?by=day&zone=Europe/Berlin")
                .body();
        assertThat(totals.getJsonObject("total").getInteger("sessions")).isEqualTo(3);
        assertThat(totals.getJsonArray("totals").getJsonObject(0).getInteger("sessions"))
                .isBetween(1, 3);
    }

    @Test
    void saysWhichParameterIsWrong() {
        for (var wrong : List.of("limit=0", "before=x", "from=yesterday", "to=2026-13-01", "subjectId=%00")) {
            var reply = browser.get("/api/study-sessions?" + wrong);
            assertThat(reply.status()).as(wrong).isEqualTo(400);
            assertThat(reply.body().getString("field")).isEqualTo(wrong.split("=", 2)[0]);
        }
        assertThat(browser.get("/api/study-sessions/totals?by=mood").status()).isEqualTo(400);
        assertThat(browser.get("/api/study-sessions/totals?zone=Atlantis").status())
                .isEqualTo(400);
    }

    private JsonObject history() {
        return browser.get("/api/study-sessions").body();
    }

    private JsonObject one(String id) {
        return browser.get("/api/study-sessions/" + id).body().getJsonObject("session");
    }

    private static List<String> heardBy(String user) {
        var looking = new JsonObject().put("users", new JsonArray().add(user)).put("known", new JsonArray());
        return StudyCalls.tell("/heard", user, looking).body().getJsonArray("changes").stream()
                .map(change -> ((JsonObject) change).getJsonObject("session").getString("id"))
                .toList();
    }

    private static List<JsonObject> of(List<JsonObject> heard, String id) {
        return heard.stream()
                .filter(one -> one.getJsonObject("session").getString("id").equals(id))
                .toList();
    }
}
