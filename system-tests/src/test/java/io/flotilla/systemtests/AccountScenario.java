package io.flotilla.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.flotilla.systemtests.api.Answer;
import io.flotilla.systemtests.api.ApiVisitor;
import io.flotilla.systemtests.api.EventSocket;
import io.flotilla.systemtests.api.MediaViewer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Accounts, what is given out for them, and how all of it ends. */
@Order(5)
final class AccountScenario extends Scenario {
    private static final String PASSWORD = "three small boats at sea";

    @Test
    void whatAVisitorStartedIsStillTheirsAsAnAccount() {
        var ada = program();
        var created = ada.create(pages().visit().url("moving.html"));
        assertThat(created.status()).as(created.toString()).isEqualTo(200);
        var id = created.text("id");
        var anonymous = ada.cookie();

        var registered = ada.register("ada" + unique(), PASSWORD);

        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        assertThat(ada.cookie()).as("a new identity has a new secret").isNotEqualTo(anonymous);
        assertThat(ada.see(id).text("state")).isEqualTo("live");
        var again = ada.join(id);
        assertThat(again.text("role")).isEqualTo("owner");
        try (var viewer = MediaViewer.open(sockets(), again.text("url")).viewer()) {
            patiently().until(() -> viewer.pictures() > 0);
        }
        var old = new ApiVisitor(flotilla().url());
        remember(old, anonymous);
        patiently().untilAsserted(() -> assertThat(old.see(id).status()).isIn(401, 403, 404));
        assertThat(ada.end(id).status()).isEqualTo(200);
    }

    @Test
    void everyWrongPairGetsTheSameAnswer() {
        var name = "bob" + unique();
        program().register(name, PASSWORD);

        var wrong = program().signIn(name, "not the one");
        var unknown = program().signIn("nobody" + unique(), PASSWORD);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json()).isEqualTo(unknown.json());
        assertThat(wrong.text("code")).isEqualTo("INVALID_CREDENTIALS");
        assertThat(unknown.status()).isEqualTo(401);
    }

    @Test
    void signingOutEndsEverythingAtOnce() {
        var name = "ada" + unique();
        var ada = program();
        ada.register(name, PASSWORD);
        var bearer = "Bearer " + ada.post("/api/auth/token", "{}").text("access_token");
        var created = ada.create();
        var copy = ada.at(flotilla().url());
        try (var picture = MediaViewer.open(sockets(), created.text("url")).viewer();
                var events = EventSocket.open(sockets(), flotilla().url(), ada).orElseThrow()) {
            patiently().until(() -> picture.newest("welcome").isPresent());
            patiently().until(() -> events.newest("hello").isPresent());
            assertThat(with(bearer).status()).isEqualTo(200);

            assertThat(ada.post("/api/auth/logout", "{}").status()).isEqualTo(200);

            patiently().untilAsserted(() -> assertThat(picture.closeCode()).contains(4508));
            patiently().untilAsserted(() -> assertThat(events.closeCode()).contains(4508));
        }
        patiently().untilAsserted(() -> assertThat(with(bearer).status()).isEqualTo(401));
        var refused = copy.get("/api/session_state");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("code")).isIn("SESSION_EXPIRED", "SESSION_REQUIRED");
        var again = program();
        again.signIn(name, PASSWORD);
        assertThat(again.end(created.text("id")).status())
                .as("the browser is still theirs")
                .isEqualTo(200);
    }

    @Test
    void aNewPasswordLeavesOnlyThisSession() {
        var name = "ada" + unique();
        var ada = program();
        ada.register(name, PASSWORD);
        var elsewhere = program();
        assertThat(elsewhere.signIn(name, PASSWORD).status()).isEqualTo(200);

        var change = new JsonObject();
        change.addProperty("current_password", PASSWORD);
        change.addProperty("new_password", "four large boats at sea");
        var changed = ada.post("/api/auth/password", change.toString());

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(ada.get("/api/session_state").status()).isEqualTo(200);
        patiently()
                .untilAsserted(() ->
                        assertThat(elsewhere.get("/api/session_state").status()).isEqualTo(401));
        assertThat(program().signIn(name, PASSWORD).status()).isEqualTo(401);
        assertThat(program().signIn(name, "four large boats at sea").status()).isEqualTo(200);
    }

    @Test
    void aStolenRefreshTokenEndsTheWholeFamily() {
        var name = "cli" + unique();
        program().register(name, PASSWORD);
        var first = token(Map.of("Authorization", basic(name)), null);
        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        var second = refreshed(first.text("refresh_token"));
        assertThat(second.status()).as(second.toString()).isEqualTo(200);
        assertThat(with("Bearer " + second.text("access_token")).status()).isEqualTo(200);

        var reused = refreshed(first.text("refresh_token"));

        assertThat(reused.status()).isIn(400, 401);
        assertThat(refreshed(second.text("refresh_token")).status()).isIn(400, 401);
        patiently().untilAsserted(() -> assertThat(
                        with("Bearer " + second.text("access_token")).status())
                .isEqualTo(401));
    }

    @Test
    void anApiKeyOpensTheRemoteBrowserApiUntilItIsDeleted() {
        var ada = program();
        ada.register("dev" + unique(), PASSWORD);
        var made = ada.post("/api/auth/api-keys", "{\"name\":\"ci\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var key = Map.of("Authorization", "Bearer " + made.text("key"));
        assertThat(ada.get("/api/auth/api-keys").body()).doesNotContain(made.text("key"));
        var client = new ApiVisitor(flotilla().url());
        assertThat(client.call("GET", "/v0/vm", null, key).status()).isEqualTo(200);

        assertThat(ada.call("DELETE", "/api/auth/api-keys/" + made.text("id"), null, Map.of())
                        .status())
                .isEqualTo(200);

        patiently().untilAsserted(() -> assertThat(
                        client.call("GET", "/v0/vm", null, key).status())
                .isEqualTo(401));
    }

    @Test
    void aCookieInAnotherBrowserEndsTheSession() {
        var ada = program();
        assertThat(ada.get("/api/session/info").json().get("session").isJsonObject())
                .isTrue();

        var thief = new ApiVisitor(flotilla().url(), "curl/8.5.0");
        remember(thief, ada.cookie());

        assertThat(thief.get("/api/vm").status()).isEqualTo(401);
        patiently().untilAsserted(() -> assertThat(ada.get("/api/vm").status()).isEqualTo(401));
    }

    @Test
    void aForeignPageCanNeitherSignInNorSignOut() {
        var name = "eve" + unique();
        program().register(name, PASSWORD);
        var ada = program();
        var body = JsonParser.parseString("{\"username\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}")
                .toString();

        for (var headers : List.of(
                Map.of("X-CSRF-Token", "", "Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("X-CSRF-Token", ""),
                Map.of("X-CSRF-Token", "", "Origin", "https://evil.example"))) {
            var refused = ada.call("POST", "/api/auth/login", body, headers);
            assertThat(refused.status()).as(headers + " " + refused).isEqualTo(403);
            assertThat(refused.text("code")).isEqualTo("CSRF_INVALID");
        }
        var form = ada.call("POST", "/api/auth/login", "username=a&password=b", Map.of("Content-Type", "text/plain"));
        assertThat(form.status()).isEqualTo(415);
    }

    @Test
    void anAdminDisablesAnAccountAndItIsOutEverywhere() throws Exception {
        var name = "mallory" + unique();
        var mallory = program();
        var registered = mallory.register(name, PASSWORD);
        var admin = program();
        assertThat(admin.signIn("admin", flotilla().adminPassword()).status()).isEqualTo(200);
        var user = registered.json().getAsJsonObject("user").get("id").getAsString();
        assertThat(mallory.get("/api/auth/users").status()).isEqualTo(403);

        var disabled = admin.call("PUT", "/api/auth/users/" + user, "{\"status\":\"disabled\"}", Map.of());

        assertThat(disabled.status()).as(disabled.toString()).isEqualTo(200);
        patiently()
                .untilAsserted(() ->
                        assertThat(mallory.get("/api/session_state").status()).isEqualTo(401));
        assertThat(program().signIn(name, PASSWORD).status()).isEqualTo(401);
        patiently().untilAsserted(() -> assertThat(
                        admin.get("/api/audit?type=user-disabled").body())
                .contains(user));
        assertThat(mallory.arrive().get("/api/audit").body()).doesNotContain("user-disabled");
    }

    private Answer with(String authorization) {
        return new ApiVisitor(flotilla().url())
                .call("GET", "/api/auth/me", null, Map.of("Authorization", authorization));
    }

    private Answer token(Map<String, String> headers, String body) {
        return new ApiVisitor(flotilla().url()).call("POST", "/api/auth/token", body, headers);
    }

    private Answer refreshed(String refreshToken) {
        var body = new JsonObject();
        body.addProperty("grant_type", "refresh_token");
        body.addProperty("refresh_token", refreshToken);
        return token(Map.of(), body.toString());
    }

    private static String basic(String name) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private static void remember(ApiVisitor visitor, String cookie) {
        var pair = cookie.split("=", 2);
        visitor.remember(pair[0], pair[1]);
    }
}
