package io.flotilla.session.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.RunningService;
import io.flotilla.session.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class PagesIT {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/room/k3fw-9dpt-x2mn-7hqa",
                "/sign-in",
                "/sign-in?mode=create&return_to=/account",
                "/account",
                "/audit",
                "/admin/realtime"
            })
    void servesThePagesUnderAStrictPolicy(String path) {
        var reply = Visitor.call("GET", path, null, Map.of("Accept", "text/html"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("text/html");
        assertThat(reply.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void showsPeopleAFriendlyPageWhereNothingIs() {
        var reply = Visitor.call("GET", "/no/such/page", null, Map.of("Accept", "text/html,*/*"));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).startsWith("text/html");
        assertThat(reply.text()).contains("There is nothing here");
        assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void answersProgramsInJsonWhereNothingIs() {
        var reply = Visitor.call("GET", "/no/such/page", null, Map.of("Accept", "application/json"));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void keepsWhatNeverChangesAndAsksForTheRest() {
        var page = Visitor.call("GET", "/", null, Map.of("Accept", "text/html")).text();
        var asset = page.replaceAll("(?s).*?\"(/static/[^\"]+\\?v=[^\"]+)\".*", "$1");

        var versioned = Visitor.call("GET", asset, null, Map.of());
        var plain = Visitor.call("GET", asset.replaceAll("\\?.*", ""), null, Map.of());

        assertThat(versioned.status()).isEqualTo(200);
        assertThat(versioned.header("Cache-Control")).contains("immutable");
        assertThat(plain.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void keepsNothingOfTheApi() {
        assertThat(Visitor.call("GET", "/api/health", null, Map.of()).header("Cache-Control"))
                .contains("no-store");
    }
}
