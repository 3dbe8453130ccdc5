package io.flotilla.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {
    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/a/b, /a/b",
        "/a/b/, /a/b/",
        "//a///b, /a/b",
        "/a/./b/../c, /a/c",
        "/a/.., /",
        "/a/b/., /a/b/",
        "/%61%2D%7e, /a-~",
        "/%c3%bc, /%C3%BC",
        "/x/%2e%2E/internal, /internal",
        "/room/a:b@c$d, /room/a:b@c$d",
        "/%25, /%25"
    })
    void thereIsOneSpelling(String raw, String normal) {
        assertThat(RequestPath.normalise(raw)).hasValue(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "a",
                "/..",
                "/a/../..",
                "/a;b",
                "/a%3Bb",
                "/a%2Fb",
                "/a%5cb",
                "/a\\b",
                "/%",
                "/%4",
                "/%zz",
                "/%00",
                "/%0d%0a",
                "/%7f",
                "/%252e",
                "/a b",
                "/ä",
                "/a?b",
                "/a#b",
                "/a\u0000"
            })
    void whatHasSeveralReadingsIsNone(String raw) {
        assertThat(RequestPath.normalise(raw)).isEmpty();
    }

    @Test
    void normalFormsAreTheirOwn() {
        for (var path : new String[] {"/a/b", "/%C3%BC/", "/x/%25"}) {
            assertThat(RequestPath.normalise(path)).hasValue(path);
        }
        assertThat(RequestPath.normalise("/" + "a".repeat(9_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/, SESSION",
        "/api/vm, SESSION",
        "/api/authors, SESSION",
        "/static/x.js, SESSION",
        "/question, SESSION",
        "/api/auth, AUTH",
        "/api/auth/login, AUTH",
        "/.well-known/jwks.json, AUTH",
        "/v0/vm, BROKER",
        "/vm/vm-1, BROKER",
        "/vm/vm-1/media/x, BROKER",
        "/vm/a.b/media, BROKER"
    })
    void eachPathHasItsService(String path, Backend backend) {
        assertThat(Destination.of(path)).isEqualTo(new Destination.Service(backend));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal", "/internal/x", "/Internal/x", "/q", "/q/health", "/Q/dev"})
    void theInsideHasNoPath(String path) {
        assertThat(Destination.of(path)).isEqualTo(new Destination.Nobody());
    }

    @Test
    void theMediaSocketIsOurOwn() {
        assertThat(Destination.of("/vm/vm_1-a/media")).isEqualTo(new Destination.Media("vm_1-a"));
        assertThat(Destination.of("/socket.io/")).isEqualTo(new Destination.SocketIo());
        assertThat(Destination.of("/socket.io")).isEqualTo(new Destination.SocketIo());
        assertThat(Destination.of("/socket.io/socket.io.js")).isEqualTo(new Destination.Nobody());
        assertThat(Destination.of("/api/realtime/connections")).isEqualTo(new Destination.Here());
    }

    @Test
    void aConnectionHeaderCannotTalkAwayTheLengthOrWhatWeSay() {
        var from = MultiMap.caseInsensitiveMultiMap()
                .add("Connection", "Content-Length, X-Forwarded-For, X-Mine")
                .add("Content-Length", "5")
                .add("X-Mine", "1")
                .add("Cookie", "a=1")
                .add("Cookie", "b=2");
        var to = MultiMap.caseInsensitiveMultiMap();

        HeaderRules.request(from, to, new Arrival("1.2.3.4", "1.2.3.4", "http", "a.test", "id-12345"));

        assertThat(to.get("Content-Length")).isEqualTo("5");
        assertThat(to.get("X-Forwarded-For")).isEqualTo("1.2.3.4");
        assertThat(to.getAll("Cookie")).containsExactly("a=1", "b=2");
        assertThat(to.contains("X-Mine")).isFalse();
    }
}
