package io.flotilla.gateway.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.gateway.FakeServices;
import io.flotilla.gateway.Player;
import io.flotilla.gateway.SharedVmScene;
import io.flotilla.kit.secret.Secret;
import io.flotilla.testkit.RealServers;
import io.flotilla.testkit.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class DoorIT extends SharedVmScene {
    @Test
    void withoutATokenOfUseNobodyComesIn() {
        vm.member("ada", "owner");
        var tokens = TestTokens.current();
        var user = tokens.user("u-ada", "s-1", "hash", "user");
        var otherVm = tokens.participant("u-ada", "p-ada", "vm-other", "vms", "owner", "ada");
        var forged = TestTokens.generate().participant("u-ada", "p-ada", vm.vmId(), "vms", "owner", "ada");
        var notHers = tokens.participant("u-eve", "p-ada", vm.vmId(), "vms", "owner", "ada");

        for (var token : new String[] {
            null, "nonsense", user, otherVm, forged, notHers, "a".repeat(43), tokens.service("auth-service")
        }) {
            var player = studio.open(vm.vmId(), token);
            await().until(() -> player.closeCode() == 4500);
            assertThat(player.texts()).isEmpty();
        }
        assertThat(broker.gateways()).isZero();
    }

    @Test
    void anExpiredTokenIsToldApart() {
        vm.member("ada", "owner");
        var expired = TestTokens.current()
                .sign(
                        Jwt.claims()
                                .issuer("flotilla")
                                .audience("flotilla-media")
                                .subject("u-ada")
                                .claim("pid", "p-ada")
                                .claim("vm", vm.vmId())
                                .claim("vms", "vms")
                                .claim("role", "owner")
                                .claim("name", "ada"),
                        "participant+jwt",
                        Duration.ofMinutes(-10));

        var player = studio.open(vm.vmId(), expired);

        await().until(() -> player.closeCode() == 4400);
    }

    @Test
    void whoIsNoMemberAnyMoreStaysOutAndAVmThatIsOverIsNotFound() {
        vm.member("ada", "owner");
        var left = studio.open(vm.vmId(), vm.token("bob", "viewer"));
        await().until(() -> left.closeCode() == 4500);

        vm.end();
        var late = studio.open(vm.vmId(), vm.token("ada", "owner"));
        await().until(() -> late.closeCode() == 4505);
    }

    @Test
    void aRevokedSessionsPlayersAreOutAndStayOut() {
        vm.member("ada", "owner");
        var session = "s-" + UUID.randomUUID();
        var phone = vm.token("ada", "owner", session);
        var ada = studio.open(vm.vmId(), phone);
        var elsewhere = studio.open(vm.vmId(), vm.token("ada", "owner", session + "-other"));
        await().until(() ->
                ada.texts("welcome").size() == 1 && elsewhere.texts("welcome").size() == 1);

        redis.execute("ZADD", "revocations", Long.toString(System.currentTimeMillis() + 600_000), session);

        await().until(() -> ada.closeCode() == 4508);
        assertThat(ada.closeReason()).isEqualTo("session-over");
        var again = studio.open(vm.vmId(), phone);
        await().until(() -> again.closeCode() == 4508);
        assertThat(again.texts()).isEmpty();
        assertThat(elsewhere.closeCode()).isZero();
    }

    @Test
    void theRoleIsTheOneOfTheListNotOfTheToken() {
        vm.member("ada", "viewer");

        var ada = studio.open(vm.vmId(), vm.token("ada", "owner"));

        await().until(() -> ada.texts("welcome").size() == 1);
        assertThat(ada.texts("welcome").getFirst().getString("role")).isEqualTo("viewer");
        assertThat(ada.texts("welcome").getFirst().getBoolean("mayControl")).isFalse();
    }

    @Test
    void foreignPagesAreRefusedAndFriendsAreNot() {
        var token = vm.with("ada", "owner");

        assertThat(studio.open(vm.vmId(), token, "https://evil.example").refusal())
                .isEqualTo(403);
        assertThat(studio.open(vm.vmId(), token, "null").refusal()).isEqualTo(403);
        assertThat(studio.open(vm.vmId(), token, "http://127.0.0.1:1").refusal())
                .isEqualTo(403);
        assertThat(studio.open(vm.vmId(), token, "http://127.0.0.1:" + port).refusal())
                .isZero();
        assertThat(studio.open(vm.vmId(), token, "https://friend.example").refusal())
                .isZero();
    }

    @Test
    void anEmbedTokenOpensItsVmFromAnyPageForAGuestWhoMayAct() {
        var token = Secret.random();
        redis.value(String.class).set("embed:" + token.sha256Hex(), vm.vmId());

        var guest = studio.open(vm.vmId(), token.reveal(), "https://embedding.example");
        var elsewhere = studio.open("vm-elsewhere", token.reveal());

        await().until(() -> guest.texts("welcome").size() == 1);
        assertThat(guest.texts("welcome").getFirst().getString("participantId")).startsWith("guest-");
        assertThat(guest.texts("welcome").getFirst().getBoolean("mayControl")).isTrue();
        await().until(() -> elsewhere.closeCode() == 4505);

        redis.key().del("embed:" + token.sha256Hex());
        await().until(() -> guest.closeCode() == 4504);
    }

    @Test
    void oneUserHasSoManySocketsAndNoMore() {
        var token = vm.with("ada", "owner");
        var players = new ArrayList<Player>();
        for (int i = 0; i < 20; i++) {
            players.add(studio.open(vm.vmId(), token));
        }
        await().until(() ->
                players.stream().allMatch(player -> player.texts("welcome").size() == 1));

        var oneMore = studio.open(vm.vmId(), token);
        await().until(() -> oneMore.closeCode() == 4507);

        players.getFirst().hangUp();
        await().until(() -> {
            var again = studio.open(vm.vmId(), token);
            await().until(() -> again.closeCode() != 0 || again.texts("welcome").size() == 1);
            return again.closeCode() == 0;
        });
    }

    @Test
    void messagesAgainstTheContractCloseTheSocketAndNothingElse() {
        for (var odd : new String[] {
            "",
            "[]",
            "null",
            "{",
            "{\"type\":1}",
            "{\"type\":\"ack\",\"bytes\":-1}",
            "{\"type\":\"ack\",\"bytes\":999999999}",
            "{\"type\":\"pointer\",\"action\":\"move\",\"x\":1.5,\"y\":0,\"button\":0}",
            "{\"type\":\"pointer\",\"action\":\"move\",\"x\":1e999,\"y\":0,\"button\":0}",
            "{\"type\":\"text\",\"text\":\"" + "x".repeat(9000) + "\"}",
            "{\"type\":\"later\",\"x\":\"" + "x".repeat(70_000) + "\"}",
            "[".repeat(5000)
        }) {
            var player = join("ada", "owner");
            await().until(() -> player.texts("welcome").size() == 1);
            player.sayRaw(odd);
            await().until(() -> player.closeCode() == 4506);
        }
        var fine = join("ada", "owner");
        fine.sayRaw("{\"type\":\"from-the-future\",\"x\":[{}]}");
        fine.say(new JsonObject().put("type", "ping").put("id", 1));
        await().until(() -> fine.texts("pong").size() == 1);
        fine.sayBinary(io.vertx.core.buffer.Buffer.buffer("x"));
        await().until(() -> fine.closeCode() == 4506);
    }

    @Test
    void aFloodOfMessagesClosesTheSocket() {
        var player = join("ada", "owner");
        await().until(() -> player.texts("welcome").size() == 1);

        for (int i = 0; i < 20_000; i++) {
            player.sayRaw("{\"type\":\"release\"}");
        }

        await().until(() -> player.closeCode() == 4506);
    }
}
