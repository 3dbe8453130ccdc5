package io.flotilla.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.gateway.SocketVisit;
import io.flotilla.gateway.roomlog.RedisOnItsOwn;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes whose log is on a Redis that fails. What is acknowledged is seen by everyone, in one order, once. */
class RoomOutageIT {
    private final RoomWorld world = new RoomWorld();
    private RedisOnItsOwn redis;
    private RoomNode here;
    private RoomNode there;
    private int commands;

    @BeforeEach
    void begin() throws Exception {
        redis = RedisOnItsOwn.begin();
        here = new RoomNode(world, "here", redis.node());
        there = new RoomNode(world, "there", redis.node());
    }

    @AfterEach
    void end() throws Exception {
        here.close();
        there.close();
        redis.close();
    }

    @Test
    void aFlushIsFoundOutAndEveryoneIsToldAnew() {
        var ann = in(here, "ann");
        var bob = in(there, "bob");
        say(ann, "before");
        bob.await("chat.message");

        redis.flush();
        say(ann, "after");
        say(bob, "later");

        ann.await("resync");
        bob.await("resync");
        sees(ann, "before", "after", "later");
        sees(bob, "before", "after", "later");
    }

    @Test
    void aFlushWhileNothingHappensIsFoundOutToo() {
        var bob = in(there, "bob");
        say(bob, "before");

        redis.flush();

        assertThat(bob.await("resync").getBoolean("recovered")).isFalse();
        sees(bob, "before");
    }

    @Test
    void whileRedisIsAwayNothingIsAcknowledgedAndNothingIsDoneTwiceWhenItIsBack() throws Exception {
        var ann = in(here, "ann");
        var bob = in(there, "bob");
        say(ann, "before");
        redis.stop();
        var sent = new JsonObject().put("id", "in-the-dark").put("text", "patience");

        var refused = ann.ask("chat.send", sent);
        redis.comeBack();

        assertThat(refused.getJsonObject("error").getString("code")).isEqualTo("unavailable");
        patiently().until(() -> ann.ask("chat.send", sent).getBoolean("ok"));
        sees(ann, "before", "patience");
        sees(bob, "before", "patience");
        assertThat(world.record.stored()).isEqualTo(2);
    }

    @Test
    void aFrozenRedisDelaysButLosesNothing() {
        var ann = in(here, "ann");
        var bob = in(there, "bob");
        say(ann, "before");
        redis.freeze(Duration.ofSeconds(4));

        var sent = new JsonObject().put("id", "in-the-cold").put("text", "patience");
        patiently().until(() -> ann.ask("chat.send", sent).getBoolean("ok"));
        say(bob, "after");

        sees(ann, "before", "patience", "after");
        sees(bob, "before", "patience", "after");
    }

    @Test
    void aPositionFromBeforeTheFlushIsAnsweredWithASnapshotOnAnyNode() {
        var bob = in(there, "bob");
        say(bob, "before");
        bob.await("chat.message");
        var position = bob.heard().getLast().args().getString(1);
        bob.close();
        redis.flush();
        say(in(here, "ann"), "after");

        var back = here.enter("bob");
        var answer =
                back.ask("join", new JsonObject().put("room", RoomWorld.ROOM).put("position", position));

        assertThat(answer.getBoolean("recovered")).isFalse();
        assertThat(answer.getJsonObject("chat").getJsonArray("messages")).hasSize(2);
    }

    private void say(SocketVisit who, String text) {
        var sent = new JsonObject().put("id", "c-" + commands++).put("text", text);
        patiently().until(() -> who.ask("chat.send", sent).getBoolean("ok"));
    }

    /** A snapshot replaces what is on the screen, a message is added to it. */
    private static void sees(SocketVisit who, String... texts) {
        patiently().untilAsserted(() -> assertThat(screen(who)).containsExactly(texts));
    }

    private static List<String> screen(SocketVisit who) {
        var screen = new ArrayList<String>();
        for (var event : who.heard()) {
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

    private static SocketVisit in(RoomNode node, String name) {
        var visit = node.enter(name);
        patiently().until(() -> visit.ask("join", new JsonObject().put("room", RoomWorld.ROOM))
                .getBoolean("ok"));
        return visit;
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(100));
    }
}
