package io.flotilla.socket.engineio;

import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** What a request wants of the server, judged as the reference server does and in its order. */
sealed interface Ask {
    record Refused(EngineError error) implements Ask {}

    /** A new session. */
    record Open(boolean webSocket) implements Ask {}

    record Poll(Session session) implements Ask {}

    record Post(Session session) implements Ask {}

    record Upgrade(Session session) implements Ask {}

    /** A method that polling has no use for. */
    record OddMethod() implements Ask {}

    static Ask of(
            Sessions sessions,
            HttpMethod method,
            boolean upgrade,
            @Nullable String transport,
            @Nullable String sid,
            @Nullable String version) {
        var webSocket = "websocket".equals(transport);
        if (!webSocket && !"polling".equals(transport)) {
            return new Refused(EngineError.TRANSPORT_UNKNOWN);
        }
        if (upgrade && !webSocket) {
            return new Refused(EngineError.BAD_REQUEST);
        }
        return sid == null || sid.isEmpty()
                ? open(method, upgrade, webSocket, version)
                : known(sessions.find(sid), method, upgrade, webSocket);
    }

    private static Ask open(HttpMethod method, boolean upgrade, boolean webSocket, @Nullable String version) {
        if (!method.equals(HttpMethod.GET)) {
            return new Refused(EngineError.BAD_HANDSHAKE_METHOD);
        }
        if (webSocket && !upgrade) {
            return new Refused(EngineError.BAD_REQUEST);
        }
        return "4".equals(version) ? new Open(webSocket) : new Refused(EngineError.UNSUPPORTED_PROTOCOL_VERSION);
    }

    private static Ask known(@Nullable Session session, HttpMethod method, boolean upgrade, boolean webSocket) {
        if (session == null) {
            return new Refused(EngineError.SESSION_UNKNOWN);
        }
        if (upgrade) {
            return new Upgrade(session);
        }
        if (webSocket || !session.isPolling()) {
            return new Refused(EngineError.BAD_REQUEST);
        }
        if (method.equals(HttpMethod.GET)) {
            return new Poll(session);
        }
        return method.equals(HttpMethod.POST) ? new Post(session) : new OddMethod();
    }
}
