package io.flotilla.session.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.kit.audit.AuditEntry;
import io.flotilla.kit.audit.AuditJson;
import io.flotilla.kit.fact.FactStream;
import io.flotilla.session.Account;
import io.flotilla.session.BrokerScript;
import io.flotilla.session.RunningService;
import io.flotilla.session.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class AuditIT {
    @Inject
    FactStream facts;

    private final Account ada = Account.signsIn();

    @Test
    void keepsWhatOtherServicesRecordAndKeepsItOnce() {
        var entry = entry("signed-in", ada.userId(), null, "192.0.2.7");
        facts.publish("events:audit", "no entry at all");
        facts.publish("events:audit", AuditJson.write(entry));
        facts.publish("events:audit", AuditJson.write(entry));
        var last = entry("signed-out", ada.userId(), null, "192.0.2.7");
        facts.publish("events:audit", AuditJson.write(last));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ids(ada, "?type=signed-out")).containsExactly(last.id()));

        assertThat(ids(ada, "?type=signed-in")).containsExactly(entry.id());
        var shown = entries(ada, "?type=signed-in").getFirst();
        assertThat(shown.getString("address")).isEqualTo("192.0.2.7");
        assertThat(shown.getJsonObject("detail").getString("method")).isEqualTo("password");
    }

    @Test
    void showsUsersWhatConcernsThemButNotWhereOthersWere() {
        var strange = entry("signed-in", "somebody-else", null, "192.0.2.8");
        var suffered = entry("user-disabled", "an-admin", ada.userId(), "192.0.2.9");
        publish(strange, suffered);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ids(ada, "")).contains(suffered.id()));

        assertThat(ids(ada, "?limit=200")).doesNotContain(strange.id());
        var shown = entries(ada, "?type=user-disabled").getFirst();
        assertThat(shown.getValue("address")).isNull();
        assertThat(shown.getString("actor")).isEqualTo("an-admin");
    }

    @Test
    void showsAdminsEverything() {
        var admin = Account.signsIn("admin");
        var strange = entry("signed-in", "somebody-" + UUID.randomUUID(), null, "192.0.2.8");
        publish(strange);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(ids(admin, "?user=" + strange.actor()))
                .containsExactly(strange.id()));

        assertThat(entries(admin, "?user=" + strange.actor()).getFirst().getString("address"))
                .isEqualTo("192.0.2.8");
    }

    @Test
    void refusesToShowAUserWhatAnotherDid() {
        assertThat(ada.browser().get("/api/audit?user=somebody-else").status()).isEqualTo(403);
        assertThat(ada.browser().get("/api/audit?user=" + ada.userId()).status())
                .isEqualTo(200);
        assertThat(Visitor.call("GET", "/api/audit", null, Map.of()).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "limit=-1", "before=x", "before=1_%00", "type=%00"})
    void refusesOddQuestions(String question) {
        var reply = ada.browser().get("/api/audit?" + question);

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.body().getString("field")).isEqualTo(question.split("=", 2)[0]);
    }

    @Test
    void recordsPlatformActsAndTurnsPages() {
        var browser = ada.browser();
        for (int i = 0; i < 5; i++) {
            browser.post("/api/platforms", new JsonObject().put("name", "p" + i).put("platform_type", "chromium"));
        }

        var first = browser.get("/api/audit?type=platform-created&limit=3").body();
        var second = browser.get("/api/audit?type=platform-created&limit=3&before=" + first.getString("next"))
                .body();

        assertThat(names(first)).containsExactly("p4", "p3", "p2");
        assertThat(names(second)).containsExactly("p1", "p0");
        assertThat(second.getValue("next")).isNull();
        var entry = first.getJsonArray("entries").getJsonObject(0);
        assertThat(entry.getString("actor")).isEqualTo(ada.userId());
        assertThat(entry.getString("session_id")).isEqualTo(ada.sessionId());
        assertThat(entry.getString("address")).startsWith("10.250.");
    }

    @Test
    void recordsWhatPeopleDoWithVmSessions() {
        BrokerScript.behave("well");
        var bob = Account.signsIn();
        var id = ada.browser().creates().getString("id");
        ada.browser().post("/api/vm/share", Visitor.session(id));
        ada.browser().post("/api/vm/share", Visitor.session(id));
        bob.browser().joins(id);
        bob.browser().joins(id);
        bob.browser().leaves(id);
        bob.browser().leaves(id);
        ada.browser().post("/api/vm/unshare", Visitor.session(id));
        ada.browser().ends(id);
        ada.browser().ends(id);

        assertThat(types(ada)).containsExactly("vm-ended", "vm-unshared", "vm-shared", "vm-created");
        assertThat(types(bob)).containsExactly("vm-left", "vm-joined");
        var ended = entries(ada, "?type=vm-ended").getFirst();
        assertThat(ended.getJsonObject("detail").getMap())
                .containsEntry("vm", id)
                .containsEntry("reason", "requested");
        assertThat(ended.getString("address")).isNotBlank();
    }

    private static List<String> types(Account account) {
        return entries(account, "").stream()
                .map(entry -> entry.getString("type"))
                .filter(type -> type.startsWith("vm-"))
                .toList();
    }

    private static List<String> names(JsonObject page) {
        return page.getJsonArray("entries").stream()
                .map(entry -> ((JsonObject) entry).getJsonObject("detail").getString("name"))
                .toList();
    }

    private void publish(AuditEntry... entries) {
        for (var entry : entries) {
            facts.publish("events:audit", AuditJson.write(entry));
        }
    }

    private static List<String> ids(Account reader, String query) {
        return entries(reader, query).stream()
                .map(entry -> entry.getString("id"))
                .toList();
    }

    private static List<JsonObject> entries(Account reader, String query) {
        return reader.browser().get("/api/audit" + query).body().getJsonArray("entries").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static AuditEntry entry(String type, String actor, String subject, String address) {
        return new AuditEntry(
                UUID.randomUUID().toString(),
                Instant.parse("2026-03-01T12:00:00Z"),
                type,
                actor,
                null,
                subject,
                "sid-of-" + actor,
                address,
                Map.of("method", "password"));
    }
}
