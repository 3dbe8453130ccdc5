package io.flotilla.session.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.Account;
import io.flotilla.session.BrokerScript;
import io.flotilla.session.Gateway;
import io.flotilla.session.RunningService;
import io.flotilla.session.Visitor.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class MessagesIT {
    private final Account ada = Account.signsIn();
    private final Account bob = Account.signsIn();
    private String id;
    private String participantId;

    @BeforeEach
    void bothAreInside() {
        BrokerScript.behave("well");
        id = ada.browser().createsShared();
        participantId = bob.browser().joins(id).body().getString("participantId");
    }

    @Test
    void storesWhatIsSaidOnce() {
        var first = says(bob, "m1", "  hello <b>\u0000 ");
        var again = says(bob, "m1", "hello");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().fieldNames())
                .isEqualTo(Set.of("id", "number", "participantId", "userId", "name", "text", "at"));
        assertThat(first.body().getString("text")).isEqualTo("hello <b>");
        assertThat(first.body().getString("participantId")).isEqualTo(participantId);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(says(ada, "m1", "mine").status()).isEqualTo(409);
    }

    @Test
    void givesPages() {
        for (int i = 1; i <= 5; i++) {
            says(i % 2 == 0 ? ada : bob, "m" + i, "number " + i);
        }

        var newest = Gateway.get(id + "/messages?limit=2", ada.userId()).body();
        var older = Gateway.get(id + "/messages?limit=4&before=" + newest.getLong("before"), bob.userId())
                .body();

        assertThat(newest.getJsonArray("messages").getJsonObject(0).getString("id"))
                .isEqualTo("m4");
        assertThat(newest.getJsonArray("messages").getJsonObject(1).getString("id"))
                .isEqualTo("m5");
        assertThat(older.getJsonArray("messages")).hasSize(3);
        assertThat(older.containsKey("before")).isFalse();
    }

    @Test
    void takesBack() {
        says(bob, "m1", "regrettable");

        var foreign = Gateway.call(
                "DELETE", id + "/messages/m1", null, Account.signsIn().userId());
        var removed = Gateway.call("DELETE", id + "/messages/m1", null, ada.userId());

        assertThat(foreign.status()).isEqualTo(403);
        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.body().getBoolean("deleted")).isTrue();
        assertThat(removed.body().containsKey("text")).isFalse();
        assertThat(Gateway.get(id + "/messages", bob.userId()).text()).doesNotContain("regrettable");
        assertThat(Gateway.call("DELETE", id + "/messages/m9", null, ada.userId())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void listensOnlyToThoseInside() {
        assertThat(says(Account.signsIn(), "m1", "hello").status()).isEqualTo(403);
        assertThat(Gateway.get(id + "/messages", Account.signsIn().userId()).status())
                .isEqualTo(403);
        assertThat(Gateway.get("0000-0000-0000-0000/messages", ada.userId()).status())
                .isEqualTo(404);
        ada.browser().ends(id);
        assertThat(says(ada, "m1", "hello").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"no id\"} | id",
                "{\"id\":\"\",\"text\":\"x\"} | id",
                "{\"id\":\"with space\",\"text\":\"x\"} | id",
                "{\"id\":7,\"text\":\"x\"} | id",
                "{\"id\":\"m1\"} | text",
                "{\"id\":\"m1\",\"text\":\"  \"} | text",
                "{\"id\":\"m1\",\"text\":[]} | text",
                "{\"id\":\"m1\",\"text\":\"x\",\"participantId\":7} | participantId",
                "[] | body"
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        var reply = Gateway.call("POST", id + "/messages", body, bob.userId());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().getString("field")).isEqualTo(field);
    }

    @Test
    void listensOnlyForSoLong() {
        assertThat(says(bob, "m".repeat(64), "😀".repeat(2000)).status()).isEqualTo(201);
        assertThat(says(bob, "m".repeat(65), "x").status()).isEqualTo(400);
        assertThat(says(bob, "m2", "a".repeat(2001)).status()).isEqualTo(400);
        assertThat(says(bob, "m3", "a".repeat(70_000)).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "before=0", "before=-1", "before=99999999999999999999"})
    void refusesOddPages(String query) {
        assertThat(Gateway.get(id + "/messages?" + query, bob.userId()).status())
                .isEqualTo(400);
    }

    private Reply says(Account who, String messageId, String text) {
        var body = new JsonObject().put("id", messageId).put("text", text);
        return Gateway.post(id + "/messages", body, who.userId());
    }
}
