package io.flotilla.socket.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskTest {
    private final Sessions sessions = new Sessions();

    @ParameterizedTest
    @CsvSource({
        "GET, false, , , 4, TRANSPORT_UNKNOWN",
        "GET, false, webtransport, , 4, TRANSPORT_UNKNOWN",
        "POST, false, abc, unknown, , TRANSPORT_UNKNOWN",
        "GET, false, polling, unknown, 4, SESSION_UNKNOWN",
        "GET, true, websocket, unknown, 4, SESSION_UNKNOWN",
        "POST, false, polling, , 4, BAD_HANDSHAKE_METHOD",
        "PUT, false, polling, , , BAD_HANDSHAKE_METHOD",
        "HEAD, false, polling, , 4, BAD_HANDSHAKE_METHOD",
        "GET, false, websocket, , 4, BAD_REQUEST",
        "GET, true, polling, , 4, BAD_REQUEST",
        "GET, false, polling, , , UNSUPPORTED_PROTOCOL_VERSION",
        "GET, false, polling, , 3, UNSUPPORTED_PROTOCOL_VERSION",
        "GET, true, websocket, , 3, UNSUPPORTED_PROTOCOL_VERSION",
        "GET, false, polling, , abc, UNSUPPORTED_PROTOCOL_VERSION"
    })
    void refusesInTheOrderOfTheReference(
            String method,
            boolean upgrade,
            @Nullable String transport,
            @Nullable String sid,
            @Nullable String version,
            EngineError error) {
        assertThat(Ask.of(sessions, HttpMethod.valueOf(method), upgrade, transport, sid, version))
                .isEqualTo(new Ask.Refused(error));
    }

    @Test
    void opensSessions() {
        assertThat(Ask.of(sessions, HttpMethod.GET, false, "polling", null, "4"))
                .isEqualTo(new Ask.Open(false));
        assertThat(Ask.of(sessions, HttpMethod.GET, true, "websocket", "", "4")).isEqualTo(new Ask.Open(true));
    }
}
