package io.flotilla.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.gateway.SocketVisit;
import io.flotilla.gateway.control.InputRights;
import io.flotilla.gateway.protocol.Role;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who has control, asked for on two nodes at once. */
class RoomControlIT {
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
    void ofManyWhoAskAtOnceExactlyOneHolds() {
        world.mode("single", 60);
        var people = new ArrayList<SocketVisit>();
        for (int i = 0; i < 16; i++) {
            world.member("m" + i, Role.CONTROLLER);
            people.add(in(i % 2 == 0 ? here : there, "m" + i));
        }

        var answers = people.stream()
                .map(one -> one.askSoon("control.request", command()))
                .toList();

        answers.forEach(CompletableFuture::join);
        var control = people.getFirst().ask("control.state", new JsonObject()).getJsonObject("control");
        assertThat(control.getString("holder")).startsWith("p-m");
        assertThat(control.getJsonArray("queue"))
                .hasSize(15)
                .doesNotContain(control.getString("holder"))
                .doesNotHaveDuplicates();
        for (var one : people) {
            patiently().untilAsserted(() -> assertThat(one.heard("control").getLast())
                    .isEqualTo(control));
        }
    }

    @Test
    void theModeIsTheOwnersToChangeAndReachesEveryone() {
        var ann = in(here, "ann");
        var bob = in(there, "bob");

        assertThat(code(bob.ask("control.mode", command().put("mode", "single"))))
                .isEqualTo("forbidden");
        assertThat(code(ann.ask("control.mode", command().put("mode", "chaos"))))
                .isEqualTo("bad-request");
        assertThat(code(ann.ask("control.mode", command().put("mode", "queued").put("turnSeconds", 5))))
                .isEqualTo("bad-request");
        ann.ask("control.mode", command().put("mode", "queued").put("turnSeconds", 30));

        var told = bob.await("control");
        assertThat(told.getString("mode")).isEqualTo("queued");
        assertThat(told.getInteger("turnSeconds")).isEqualTo(30);
    }

    @Test
    void aModeThatWasChangedElsewhereIsFound() {
        var bob = in(there, "bob");

        world.mode("supervised", 60);

        assertThat(bob.await("control").getString("mode")).isEqualTo("supervised");
    }

    @Test
    void aTurnPassesOnByItself() {
        world.mode("queued", 1);
        var bob = in(here, "bob");
        var cy = in(there, "cy");
        bob.ask("control.request", command());

        cy.ask("control.request", command());

        patiently().until(() -> "p-cy".equals(holder(bob)));
        cy.ask("control.release", command());
        patiently().until(() -> holder(bob) == null);
    }

    @Test
    void whoIsGoneLosesControlToWhoWaits() {
        world.mode("single", 60);
        var bob = in(here, "bob");
        var cy = in(there, "cy");
        bob.ask("control.request", command());
        cy.ask("control.request", command());

        bob.close();

        patiently().until(() -> "p-cy".equals(holder(cy)));
    }

    @Test
    void aCommandAskedAgainIsNotDoneAgain() {
        world.mode("single", 60);
        var bob = in(here, "bob");
        var cy = in(there, "cy");
        var take = command();
        var first = bob.ask("control.take", take);
        cy.ask("control.take", command());

        var again = bob.ask("control.take", take);

        assertThat(again).isEqualTo(first);
        assertThat(bob.ask("control.state", new JsonObject())
                        .getJsonObject("control")
                        .getString("holder"))
                .isEqualTo("p-cy");
    }

    @Test
    void aViewerActsByTheOwnersGrant() {
        world.mode("single", 60);
        var ann = in(here, "ann");
        var vi = in(there, "vi");
        assertThat(code(vi.ask("control.take", command()))).isEqualTo("forbidden");
        assertThat(code(vi.ask("control.grant", command().put("participantId", "p-vi"))))
                .isEqualTo("forbidden");
        assertThat(code(ann.ask("control.grant", command().put("participantId", "p-cy"))))
                .isEqualTo("not-found");

        var granted = ann.ask("control.grant", command().put("participantId", "p-vi"));

        assertThat(granted.getJsonObject("control").getString("holder")).isEqualTo("p-vi");
        assertThat(granted.getJsonObject("control").getBoolean("granted")).isTrue();
    }

    @Test
    void handsOnMediaSocketsFollowTheLeaseOnEveryNode() {
        var ann = in(here, "ann");
        var hand = new RecordedHand("p-bob", Role.CONTROLLER);
        var let = there.rights.begin(RoomWorld.ROOM, RoomWorld.VM, hand);
        patiently().until(() -> hand.told.contains(true));

        ann.ask("control.mode", command().put("mode", "single"));
        patiently().until(() -> !hand.now());
        in(here, "bob").ask("control.request", command());
        patiently().until(hand::now);
        ann.ask("control.take", command());

        patiently().until(() -> !hand.now());
        assertThat(there.rights.mayAct(RoomWorld.ROOM, "p-bob", Role.CONTROLLER))
                .isFalse();
        assertThat(there.rights.mayAct(RoomWorld.ROOM, "p-ann", Role.OWNER)).isTrue();
        let.run();
    }

    private static final class RecordedHand implements InputRights.Hand {
        private final String participantId;
        private final Role role;
        final List<Boolean> told = new java.util.concurrent.CopyOnWriteArrayList<>();

        RecordedHand(String participantId, Role role) {
            this.participantId = participantId;
            this.role = role;
        }

        @Override
        public String participantId() {
            return participantId;
        }

        @Override
        public Role role() {
            return role;
        }

        @Override
        public void mayAct(boolean now) {
            told.add(now);
        }

        boolean now() {
            return told.getLast();
        }
    }

    private static SocketVisit in(RoomNode node, String name) {
        var visit = node.enter(name);
        assertThat(visit.ask("join", new JsonObject().put("room", RoomWorld.ROOM))
                        .getBoolean("ok"))
                .isTrue();
        return visit;
    }

    private static String holder(SocketVisit visit) {
        var heard = visit.heard("control");
        return heard.isEmpty() ? "nobody yet" : heard.getLast().getString("holder");
    }

    private JsonObject command() {
        return new JsonObject().put("id", "c-" + commands++);
    }

    private static String code(JsonObject answer) {
        return answer.getJsonObject("error", new JsonObject()).getString("code", "none");
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }
}
