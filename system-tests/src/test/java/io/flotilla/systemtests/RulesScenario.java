package io.flotilla.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.flotilla.systemtests.api.Answer;
import io.flotilla.systemtests.api.ApiVisitor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What every client is promised: bodies, the order of refusals, the exact limit, cookies. */
@Order(3)
final class RulesScenario extends Scenario {
    private static final String UNKNOWN = "0000-0000-0000-0000";

    @Test
    void theCookieIsAsStrictAsItGetsAndASuggestedOneIsNotAdopted() {
        var somebody = new ApiVisitor(flotilla().url());

        var answer = somebody.call(
                "GET", "/api/vm/csrf-token", null, Map.of("Cookie", "__Host-flotilla=ichHaetteGernDiesen"));

        var cookie = answer.header("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("__Host-flotilla=").doesNotContain("ichHaetteGernDiesen");
        assertThat(List.of(cookie.split("; ?")))
                .anyMatch("HttpOnly"::equalsIgnoreCase)
                .anyMatch("Secure"::equalsIgnoreCase)
                .anyMatch("SameSite=Lax"::equalsIgnoreCase)
                .anyMatch("Path=/"::equalsIgnoreCase)
                .noneMatch(part -> part.toLowerCase(java.util.Locale.ROOT).startsWith("domain"));
        assertThat(answer.body()).doesNotContain(cookie.split("[=;]", 3)[1]);
    }

    @Test
    void anAnswerHasTheFieldsOfTheContract() {
        var ada = program();

        var created = ada.create();
        assertThat(created.status()).as(created.toString()).isEqualTo(200);
        var id = created.text("id");
        assertThat(created.text("url")).startsWith(flotilla().url() + "/vm/");
        assertThat(created.json().get("expiresAt").getAsLong()).isGreaterThan(System.currentTimeMillis());

        assertThat(ada.share(id).json()).isEqualTo(JsonParser.parseString("{\"ok\":true,\"shared\":true}"));
        var joined = program().join(id);
        assertThat(joined.status()).as(joined.toString()).isEqualTo(200);
        assertThat(joined.json().get("joined")).isEqualTo(new JsonPrimitive(true));
        assertThat(joined.text("id")).isEqualTo(id);
        assertThat(joined.text("role")).isEqualTo("controller");
        // Existing pages send no CSRF token here: where the call comes from is what counts.
        var fromOurPage = Map.of("X-CSRF-Token", "", "Origin", flotilla().url().toString());
        assertThat(ada.call("PATCH", "/api/vm", ApiVisitor.sessionId(id), fromOurPage)
                        .body())
                .isEqualTo("{\"ok\":true}");
        assertThat(ada.end(id).body()).isEqualTo("{\"ok\":true}");
    }

    @Test
    void refusalsComeInTheOrderOfTheContract() {
        var ada = program();
        var id = ada.create().text("id");
        var bob = program();

        var noToken = Map.of("X-CSRF-Token", "");
        assertThat(bob.call("POST", "/api/vm/share", "{}", noToken).status()).isEqualTo(403);
        assertThat(bob.call("POST", "/api/vm/share", "{}", noToken).text("code"))
                .isEqualTo("CSRF_INVALID");
        for (var odd :
                List.of("{}", "{\"sessionId\":\"\"}", "{\"sessionId\":7}", ApiVisitor.sessionId("x".repeat(256)))) {
            assertThat(bob.post("/api/vm/share", odd).status()).as(odd).isEqualTo(400);
        }
        assertThat(bob.share(UNKNOWN).status()).isEqualTo(404);
        assertThat(bob.share("../../etc/passwd").status()).isEqualTo(404);
        assertThat(bob.share(id).status()).isEqualTo(403);
        assertThat(bob.end(id).status()).isEqualTo(403);
        var unshared = bob.join(id);
        assertThat(unshared.status()).isEqualTo(403);
        assertThat(unshared.text("error")).isEqualTo("Session is not shared");
        var wrongMethod = bob.call("PUT", "/api/vm", "{}", Map.of());
        assertThat(wrongMethod.status()).isEqualTo(405);
        assertThat(wrongMethod.header("Allow").orElse("")).contains("POST").contains("DELETE");
        wrongMethod.json();
        assertThat(bob.get("/api/nothing").status()).isEqualTo(404);
        bob.get("/api/nothing").json();
    }

    @Test
    void ofFiftyAtOnceExactlyTwoGetABrowser() {
        var ada = program();

        List<Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 50)
                    .mapToObj(number -> threads.submit(() -> ada.create()))
                    .toList();
            answers = calls.stream().map(RulesScenario::result).toList();
        }

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(2);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 429)
                .hasSize(48)
                .allSatisfy(refused -> {
                    assertThat(refused.text("error")).isNotBlank();
                    assertThat(refused.json().get("retryAfter").getAsLong()).isPositive();
                    assertThat(refused.header("Retry-After")).isPresent();
                });
    }

    @Test
    void thePlaceOfAnAddressIsFreedAndAStrangersHeaderBuysNone() {
        var ada = program();
        var first = ada.create().text("id");
        var bob = program();
        bob.create();
        var carol = program();

        var forged = carol.call("POST", "/api/vm", "{}", Map.of("X-Forwarded-For", "203.0.113.7"));
        assertThat(forged.status()).as(forged.toString()).isEqualTo(429);

        ada.end(first);
        assertThat(carol.create().status()).isEqualTo(200);
    }

    @Test
    void joiningTwiceCostsNothing() {
        var ada = program();
        var id = ada.create().text("id");
        ada.share(id);
        var bob = program();

        for (int time = 0; time < 3; time++) {
            assertThat(bob.join(id).status()).isEqualTo(200);
            assertThat(ada.join(id).status()).isEqualTo(200);
        }
        assertThat(bob.create().status()).isEqualTo(200);
    }

    @Test
    void aRepeatedOrderGetsTheSameBrowser() {
        var ada = program();
        var key = Map.of("Idempotency-Key", "lesson-7");

        var first = ada.call("POST", "/api/vm", "{}", key);
        var again = ada.call("POST", "/api/vm", "{}", key);

        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
    }

    @Test
    void theInsideIsNotToBeReachedFromOutside() {
        var somebody = program();
        for (var path : List.of(
                "/internal/vms",
                "/q/health",
                "/q/metrics",
                "//internal/vms",
                "/api/../internal/vms",
                "/%69nternal/vms")) {
            var answer = somebody.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            answer.json();
        }
        assertThat(somebody.get("/v0/vm").status()).isEqualTo(401);
    }

    private static Answer result(java.util.concurrent.Future<Answer> call) {
        try {
            return call.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
