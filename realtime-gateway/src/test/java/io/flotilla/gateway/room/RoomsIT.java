package io.flotilla.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.gateway.SocketVisit;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.roomlog.Position;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes on the real engine, beside one store and one record. */
class RoomsIT {
    private final RoomWorld world = new RoomWorld();
    private final RoomNode here = new RoomNode(world, "here");
    private final RoomNode there = new RoomNode(world, "there");
    private int commands;

    @AfterEach
    void end() {
        here.close();
        there.close();
    }

    @Test
    void whoJoinsSeesTheRoomAsItIs() {
        var ann = in(here, "ann");
        ann.ask("chat.send", command().put("text", "hello"));

        var snapshot = join(there.enter("bob"), new JsonObject());

        assertThat(snapshot.getBoolean("ok")).isTrue();
        assertThat(snapshot.getBoolean("recovered")).isFalse();
        assertThat(snapshot.getString("position")).matches("[^:]+:\\d+");
        assertThat(snapshot.getJsonObject("you").getString("participantId")).isEqualTo("p-bob");
        assertThat(snapshot.getJsonObject("you").getString("colour")).matches("#[0-9a-f]{6}");
        assertThat(snapshot.getJsonObject("control").getString("mode")).isEqualTo("free");
        assertThat(snapshot.getJsonArray("participants"))
                .extracting(person -> ((JsonObject) person).getString("name"))
                .containsExactlyInAnyOrder("ann", "bob");
        var message = snapshot.getJsonObject("chat").getJsonArray("messages").getJsonObject(0);
        assertThat(message.getString("text")).isEqualTo("hello");
        assertThat(message.containsKey("userId")).isFalse();
    }

    @Test
    void whoDoesNotTakePartLearnsNothing() {
        var eve = here.enter("eve");

        assertThat(code(join(eve, new JsonObject()))).isEqualTo("not-found");
        assertThat(code(eve.ask("join", new JsonObject().put("room", "vms-unknown"))))
                .isEqualTo("not-found");
        assertThat(code(eve.ask("chat.send", command().put("text", "hi")))).isEqualTo("not-in-room");
        assertThat(code(eve.ask("fly", command()))).isEqualTo("bad-request");
        assertThat(code(eve.ask("join", new JsonObject()))).isEqualTo("bad-request");
    }

    @Test
    void aMessageIsStoredToldAndAnsweredOnceHoweverOftenItIsSent() {
        var ann = in(here, "ann");
        var bob = in(there, "bob");
        var sent = command().put("text", "once");

        var first = ann.ask("chat.send", sent);
        var again = ann.ask("chat.send", sent);
        var elsewhere = in(there, "ann").ask("chat.send", sent);
        ann.ask("chat.send", command().put("text", "next"));

        assertThat(again).isEqualTo(first);
        assertThat(elsewhere).isEqualTo(first);
        bob.await("chat.message", 2);
        assertThat(bob.heard("chat.message"))
                .extracting(message -> message.getString("text"))
                .containsExactly("once", "next");
        assertThat(world.record.stored()).isEqualTo(2);
    }

    @Test
    void everyoneHearsTheSameOrder() {
        var ann = in(here, "ann");
        var bob = in(there, "bob");
        var cy = in(here, "cy");
        var answers = new ArrayList<CompletableFuture<JsonArray>>();
        for (int i = 0; i < 40; i++) {
            answers.add((i % 2 == 0 ? ann : bob).askSoon("chat.send", command().put("text", "line " + i)));
            if (i % 10 == 9) {
                answers.forEach(CompletableFuture::join);
            }
        }

        for (var one : List.of(ann, bob, cy)) {
            one.await("chat.message", 40);
            assertThat(positions(one))
                    .isEqualTo(IntStream.rangeClosed(1, 40).boxed().toList());
        }
        assertThat(cy.heard("chat.message")).isEqualTo(ann.heard("chat.message"));
        assertThat(bob.heard("chat.message")).isEqualTo(ann.heard("chat.message"));
    }

    @Test
    void historyIsReadAPageAtATime() {
        var ann = in(here, "ann");
        for (int i = 1; i <= 5; i++) {
            ann.ask("chat.send", command().put("text", "line " + i));
        }

        var page = ann.ask("chat.history", new JsonObject().put("limit", 2));
        var older = ann.ask("chat.history", new JsonObject().put("limit", 2).put("before", page.getLong("before")));

        assertThat(older.getJsonArray("messages"))
                .extracting(message -> ((JsonObject) message).getString("text"))
                .containsExactly("line 2", "line 3");
        assertThat(code(ann.ask("chat.history", new JsonObject().put("limit", 101))))
                .isEqualTo("bad-request");
    }

    @Test
    void whatCannotBeRecordedIsNotAcknowledgedAndDoneOnceWhenAskedAgain() {
        var ann = in(here, "ann");
        var bob = in(there, "bob");
        var sent = command().put("text", "patience");
        world.record.away(true);
        var refused = ann.ask("chat.send", sent);
        world.record.away(false);

        var answer = ann.ask("chat.send", sent);

        assertThat(code(refused)).isEqualTo("unavailable");
        assertThat(refused.getJsonObject("error").getBoolean("retry")).isTrue();
        assertThat(answer.getBoolean("ok")).isTrue();
        bob.await("chat.message");
        assertThat(bob.heard("chat.message")).hasSize(1);
    }

    @Test
    void whoComesBackByPositionToAnotherNodeMissesNothingAndHearsNothingTwice() {
        var ann = in(here, "ann");
        var bob = in(here, "bob");
        ann.ask("chat.send", command().put("text", "heard"));
        bob.await("chat.message");
        var position = bob.heard().getLast().args().getString(1);
        bob.close();
        ann.ask("chat.send", command().put("text", "missed"));

        var back = there.enter("bob");
        var answer = join(back, new JsonObject().put("position", position));
        ann.ask("chat.send", command().put("text", "live"));

        assertThat(answer.getBoolean("recovered")).isTrue();
        assertThat(answer.getInteger("missed")).isEqualTo(1);
        back.await("chat.message", 2);
        assertThat(back.heard("chat.message"))
                .extracting(message -> message.getString("text"))
                .containsExactly("missed", "live");
    }

    @Test
    void aPositionNobodyKnowsIsAnsweredWithASnapshot() {
        in(here, "ann").ask("chat.send", command().put("text", "kept"));

        var answer = join(here.enter("bob"), new JsonObject().put("position", "long-ago:7"));

        assertThat(answer.getBoolean("recovered")).isFalse();
        assertThat(answer.getJsonObject("chat").getJsonArray("messages")).hasSize(1);
    }

    @Test
    void anOfficialClientContinuesItsSocketOnAnotherNodeOnce() {
        var ann = in(here, "ann");
        var bob = in(here, "bob");
        ann.ask("chat.send", command().put("text", "heard"));
        bob.await("chat.message");
        var offset = bob.heard().getLast().args().getString(1);
        bob.close();
        ann.ask("chat.send", command().put("text", "missed"));

        var back = there.enter("bob", bob.pid(), offset);
        var thief = here.enter("cy", bob.pid(), offset);
        ann.ask("chat.send", command().put("text", "live"));

        assertThat(back.sid()).isEqualTo(bob.sid());
        assertThat(back.pid()).isEqualTo(bob.pid());
        back.await("chat.message", 2);
        assertThat(back.heard("chat.message"))
                .extracting(message -> message.getString("text"))
                .containsExactly("missed", "live");
        assertThat(thief.pid()).isNotEqualTo(bob.pid());
        assertThat(back.ask("chat.send", command().put("text", "and on")).getBoolean("ok"))
                .isTrue();
    }

    @Test
    void whoWasBannedMeanwhileIsAFreshSocketInNoRoom() {
        var bob = in(here, "bob");
        in(here, "ann").ask("chat.send", command().put("text", "heard"));
        bob.await("chat.message");
        var offset = bob.heard().getLast().args().getString(1);
        bob.close();
        world.members.remove(RoomWorld.VM, "p-bob");

        var back = there.enter("bob", bob.pid(), offset);

        assertThat(back.isIn()).isTrue();
        assertThat(back.pid()).isNotEqualTo(bob.pid());
        assertThat(code(back.ask("chat.send", command().put("text", "me again"))))
                .isEqualTo("not-in-room");
    }

    @Test
    void whenTheStoreIsFlushedEveryoneIsToldAnewAndNothingIsHiddenInAHole() {
        var ann = in(here, "ann");
        var bob = in(there, "bob");
        ann.ask("chat.send", command().put("text", "before"));
        bob.await("chat.message");
        world.log.forget();

        ann.ask("chat.send", command().put("text", "after"));

        var told = bob.await("resync");
        assertThat(told.getBoolean("recovered")).isFalse();
        ann.await("resync");
        ann.ask("chat.send", command().put("text", "later"));
        patiently().untilAsserted(() -> assertThat(everSeen(bob)).containsExactly("before", "after", "later"));
    }

    @Test
    void theOthersSeeWhoComesAndGoes() {
        var ann = in(here, "ann");
        var bob = in(there, "bob");
        patiently().until(() -> ann.heard("presence").stream()
                .flatMap(news -> news.getJsonArray("joined").stream())
                .anyMatch(person ->
                        ((JsonObject) person).getString("participantId").equals("p-bob")));

        bob.close();

        patiently().until(() -> ann.heard("presence").stream()
                .anyMatch(news -> news.getJsonArray("left").contains("p-bob")));
    }

    @Test
    void whoIsThrownOutIsOutAndToldWhy() {
        var bob = in(here, "bob");
        var ann = in(there, "ann");

        here.takeSeat("p-bob", CloseCode.KICKED);
        ann.ask("chat.send", command().put("text", "among us"));

        assertThat(bob.await("gone").getString("reason")).isEqualTo("kicked");
        assertThat(code(bob.ask("chat.send", command().put("text", "hey")))).isEqualTo("not-in-room");
        assertThat(bob.heard("chat.message")).isEmpty();
        assertThat(bob.isIn()).isTrue();
    }

    @Test
    void onlyTheOwnerThrowsOut() {
        var bob = in(here, "bob");

        assertThat(code(bob.ask("kick", command().put("participantId", "p-cy"))))
                .isEqualTo("forbidden");
        assertThat(in(there, "ann")
                        .ask("ban", command().put("participantId", "p-cy"))
                        .getBoolean("ok"))
                .isTrue();
        assertThat(code(join(here.enter("cy"), new JsonObject()))).isEqualTo("not-found");
    }

    @Test
    void cursorsReachTheOthersOnAllNodesAndNeverTheirOwner() {
        var ann = in(here, "ann");
        var bob = in(there, "bob");
        var cy = in(here, "cy");

        patiently().until(() -> {
            ann.emit("cursor", new JsonObject().put("x", 0.25).put("y", 0.5));
            return !bob.heard("cursors").isEmpty() && !cy.heard("cursors").isEmpty();
        });
        ann.emit("cursor", new JsonObject().put("off", true));

        assertThat(bob.heard("cursors").getFirst().getJsonArray("cursors").getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("participantId", "p-ann")
                        .put("x", 0.25)
                        .put("y", 0.5));
        patiently().until(() -> bob.heard("cursors")
                .getLast()
                .getJsonArray("cursors")
                .getJsonObject(0)
                .getBoolean("off", false));
        assertThat(ann.heard("cursors")).isEmpty();
        assertThat(bob.heard().getLast().args()).hasSize(1);
    }

    @Test
    void manyMovesBecomeFewMessages() {
        var ann = in(here, "ann");
        var bob = in(here, "bob");

        for (int i = 1; i <= 500; i++) {
            ann.emit("cursor", new JsonObject().put("x", i / 1000.0).put("y", 0.5));
        }

        patiently()
                .until(() -> !bob.heard("cursors").isEmpty()
                        && bob.heard("cursors")
                                        .getLast()
                                        .getJsonArray("cursors")
                                        .getJsonObject(0)
                                        .getDouble("x")
                                == 0.5);
        assertThat(bob.heard("cursors").size()).isLessThan(250);
    }

    @Test
    void oddCursorsAndReactionsAreDropped() {
        var ann = in(here, "ann");
        var bob = in(there, "bob");
        ann.emit("cursor", new JsonObject().put("x", 2).put("y", 0.5));
        ann.emit("cursor", "here");
        ann.emit("reaction", new JsonObject().put("emoji", "<b>"));

        ann.emit("reaction", new JsonObject().put("emoji", "🎉"));

        assertThat(bob.await("reaction"))
                .isEqualTo(new JsonObject().put("participantId", "p-ann").put("emoji", "🎉"));
        assertThat(ann.await("reaction").getString("emoji")).isEqualTo("🎉");
        assertThat(bob.heard("reaction")).hasSize(1);
        assertThat(bob.heard("cursors")).isEmpty();
    }

    @Test
    void aStormOfJoinsReadsTheRecordAFewTimes() {
        var visits = IntStream.range(0, 60).mapToObj(i -> here.enter("ann")).toList();

        var answers = visits.stream()
                .map(visit -> visit.askSoon("join", new JsonObject().put("room", RoomWorld.ROOM)))
                .toList();

        answers.forEach(answer ->
                assertThat(answer.join().getJsonObject(0).getBoolean("ok")).isTrue());
        assertThat(world.record.reads()).isLessThan(20);
    }

    private static SocketVisit in(RoomNode node, String name) {
        var visit = node.enter(name);
        assertThat(join(visit, new JsonObject()).getBoolean("ok")).isTrue();
        return visit;
    }

    private static JsonObject join(SocketVisit visit, JsonObject wish) {
        return visit.ask("join", wish.put("room", RoomWorld.ROOM));
    }

    private JsonObject command() {
        return new JsonObject().put("id", "c-" + commands++);
    }

    private static String code(JsonObject answer) {
        return answer.getJsonObject("error", new JsonObject()).getString("code", "none");
    }

    private static List<Integer> positions(SocketVisit visit) {
        return visit.heard().stream()
                .filter(event -> event.name().equals("chat.message"))
                .map(event -> (int)
                        Position.of(event.args().getString(1)).orElseThrow().offset())
                .toList();
    }

    /** What somebody has on the screen: a snapshot replaces it, a message is added. */
    private static List<String> everSeen(SocketVisit visit) {
        var screen = new ArrayList<String>();
        for (var event : visit.heard()) {
            if (event.name().equals("resync")) {
                screen.clear();
                event.body()
                        .getJsonObject("chat")
                        .getJsonArray("messages")
                        .forEach(message -> screen.add(((JsonObject) message).getString("text")));
            } else if (event.name().equals("chat.message")) {
                screen.add(event.body().getString("text"));
            }
        }
        return screen;
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }
}
