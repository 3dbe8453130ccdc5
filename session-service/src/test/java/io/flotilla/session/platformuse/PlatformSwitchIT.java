package io.flotilla.session.platformuse;

import static io.flotilla.session.platformuse.PlatformCalls.own;
import static io.flotilla.session.platformuse.PlatformCalls.remote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.session.Account;
import io.flotilla.session.BrokerScript;
import io.flotilla.session.RunningService;
import io.flotilla.session.SignIns;
import io.flotilla.session.Visitor;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which platform connection counts, when and for whom. */
@QuarkusTest
@QuarkusTestResource(RunningService.class)
class PlatformSwitchIT {
    @Inject
    RedisDataSource redis;

    private final Visitor ada = Visitor.arrive();
    private final PlatformCalls hers = new PlatformCalls(ada);

    @BeforeEach
    void theBrokerWorks() {
        BrokerScript.behave("well");
    }

    @Test
    void areSwitchedForAllSessionsOfTheUserAndTold() {
        var one = Account.signsIn();
        var other = Account.signsInAs(one.userId(), null);
        new PlatformCalls(one.browser()).created(own("first"));
        var second = new PlatformCalls(one.browser()).created(own("second").put("username", "ada"));
        var heard = new CopyOnWriteArrayList<String>();
        var subscription = redis.pubsub(String.class).subscribe("user-sessions", heard::add);

        var reply = one.browser().post("/api/switch_platform/" + second, new JsonObject());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().getBoolean("success")).isTrue();
        assertThat(reply.body().getString("message")).isNotBlank();
        assertThat(reply.body().getJsonObject("platform").getMap())
                .containsOnlyKeys("id", "name", "platform_type", "instance_url", "username")
                .containsEntry("id", second)
                .containsEntry("username", "ada");
        var seen = other.browser().get("/api/platforms/" + second).body().getJsonObject("platform");
        assertThat(seen.getBoolean("is_active")).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(heard).map(JsonObject::new).anySatisfy(message -> {
                    assertThat(message.getString("userId")).isEqualTo(one.userId());
                    assertThat(message.getString("type")).isEqualTo("platform_switched");
                    assertThat(message.getString("by")).isEqualTo(one.sessionId());
                    assertThat(message.getJsonObject("platform").getString("id"))
                            .isEqualTo(second);
                }));
        subscription.unsubscribe("user-sessions");
    }

    @Test
    void goBackToTheDefaultWhenTheActiveOneIsRemoved() {
        var first = hers.created(own("first"));
        var second = hers.created(own("second"));
        hers.switched(second);

        ada.send("DELETE", "/api/platforms/" + second, null, Map.of());

        assertThat(hers.one(first).getBoolean("is_active")).isTrue();
    }

    @Test
    void beginWithTheDefaultAgainWhenAllSessionsWereOver() {
        var account = Account.signsIn();
        var first = new PlatformCalls(account.browser()).created(own("first"));
        var second = new PlatformCalls(account.browser()).created(own("second"));
        account.browser().post("/api/switch_platform/" + second, new JsonObject());
        assertThat(againIn(account).isActive(second))
                .as("while another session runs, the choice stays")
                .isTrue();

        SignIns.tell("/end", new JsonObject().put("userId", account.userId()).put("reason", "signed-out-everywhere"));

        assertThat(againIn(account).isActive(first)).isTrue();
    }

    @Test
    void decideWhereTheNextVmStarts() {
        var here = hers.created(own("here"));
        var elsewhere = hers.created(remote("elsewhere"));
        hers.switched(elsewhere);

        for (int attempt = 0; attempt < 3; attempt++) {
            var refused = ada.post("/api/vm", new JsonObject());
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body().getString("details")).contains("hyperbeam");
            assertThat(refused.header("Retry-After")).isNotBlank();
        }
        assertThat(ada.get("/api/vm").body().getJsonArray("sessions")).isEmpty();

        hers.switched(here);
        var vm = ada.creates();
        assertThat(vm.getString("platform")).isEqualTo("chromium");
        assertThat(BrokerScript.lastOrder().getString("platform")).isEqualTo("chromium");
        ada.creates();
    }

    @Test
    void areCarriedOverWhenAVisitorSignsIn() {
        var account = Account.signsIn();
        new PlatformCalls(account.browser()).created(own("Remote"));
        var carried = hers.created(remote("Remote"));

        var now = Account.signsInAs(account.userId(), ada).browser();

        assertThat(now.get("/api/platforms/" + carried)
                        .body()
                        .getJsonObject("platform")
                        .getString("name"))
                .isEqualTo("Remote (2)");
        assertThat(now.get("/api/platforms").body().getJsonArray("platforms")).hasSize(2);
    }

    /** The account in one browser more. */
    private static PlatformCalls againIn(Account account) {
        return new PlatformCalls(Account.signsInAs(account.userId(), null).browser());
    }
}
