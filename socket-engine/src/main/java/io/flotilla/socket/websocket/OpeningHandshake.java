package io.flotilla.socket.websocket;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** RFC 6455 section 4: whether a request may become a WebSocket, and what it is answered. */
public final class OpeningHandshake {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_BYTES = 16;

    private OpeningHandshake() {}

    /** Whether that is what it asks for, rightly or not. */
    public static boolean isAsked(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_1_1
                && request.headers().contains("Upgrade", "websocket", true)
                && request.headers().getAll("Connection").stream()
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .anyMatch(token -> token.strip().equalsIgnoreCase("upgrade"));
    }

    /** What is wrong with it; empty when nothing is. */
    public static Optional<String> fault(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.GET)) {
            return Optional.of("Not a GET");
        }
        if (!"13".equals(request.getHeader("Sec-WebSocket-Version"))) {
            return Optional.of("Only version 13 of the WebSocket protocol is spoken here");
        }
        return isKey(request.getHeader("Sec-WebSocket-Key")) ? Optional.empty() : Optional.of("Odd Sec-WebSocket-Key");
    }

    /** Puts the headers of a 101. Of the subprotocols offered the first is agreed to, as the reference server does. */
    public static void accept(HttpServerRequest request) {
        var response = request.response();
        response.putHeader("Upgrade", "websocket").putHeader("Connection", "Upgrade");
        response.putHeader("Sec-WebSocket-Accept", answer(request.getHeader("Sec-WebSocket-Key")));
        var offered = request.getHeader("Sec-WebSocket-Protocol");
        if (offered != null && !offered.isBlank()) {
            response.putHeader("Sec-WebSocket-Protocol", offered.split(",", 2)[0].strip());
        }
    }

    static String answer(String key) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(sha1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    private static boolean isKey(String key) {
        try {
            return key != null && Base64.getDecoder().decode(key.strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
