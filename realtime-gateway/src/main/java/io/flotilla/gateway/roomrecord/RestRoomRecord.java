package io.flotilla.gateway.roomrecord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.kit.client.JsonClient;
import io.flotilla.kit.client.JsonClient.Answer;
import io.flotilla.kit.identity.ServiceTokens;
import io.flotilla.kit.problem.Unavailable;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Asks session-service. A refused service token is renewed once. */
@Singleton
final class RestRoomRecord implements RoomRecord {
    private final JsonClient client;
    private final ServiceTokens tokens;
    private final URI sessionService;
    private final Duration patience;

    RestRoomRecord(JsonClient client, ServiceTokens tokens, GatewayConfig config) {
        this.client = client;
        this.tokens = tokens;
        this.sessionService = config.services().session();
        this.patience = config.rooms().recordTimeout();
    }

    @Override
    public Reply room(String room, String userId) {
        return ask("GET", room, "", userId, null);
    }

    @Override
    public Reply write(String room, String userId, Message message) {
        var body = Json.object()
                .put("id", message.id())
                .put("participantId", message.participantId())
                .put("text", message.text());
        return ask("POST", room, "/messages", userId, body);
    }

    @Override
    public Reply messages(String room, String userId, OptionalLong before, int limit) {
        var query = "?limit=" + limit + (before.isPresent() ? "&before=" + before.getAsLong() : "");
        return ask("GET", room, "/messages" + query, userId, null);
    }

    @Override
    public Reply delete(String room, String userId, String messageId) {
        return ask("DELETE", room, "/messages/" + encoded(messageId), userId, null);
    }

    @Override
    public Reply remove(String room, String userId, String act, String participantId) {
        return ask("POST", room, "/" + act, userId, Json.object().put("participantId", participantId));
    }

    @Override
    public Reply role(String room, String userId, String participantId, String role) {
        var body = Json.object().put("participantId", participantId).put("role", role);
        return ask("POST", room, "/role", userId, body);
    }

    @Override
    public Reply control(String room, String userId, String mode, OptionalLong turnSeconds) {
        var body = Json.object().put("mode", mode);
        turnSeconds.ifPresent(seconds -> body.put("turnSeconds", seconds));
        return ask("PUT", room, "/control", userId, body);
    }

    private Reply ask(String method, String room, String rest, String userId, @Nullable ObjectNode body) {
        var url = sessionService.resolve("/internal/vm-sessions/" + encoded(room) + rest);
        var answer = send(method, url, userId, body);
        if (answer.status() == 401) {
            tokens.forget();
            answer = send(method, url, userId, body);
        }
        return reply(answer);
    }

    private Answer send(String method, URI url, String userId, @Nullable ObjectNode body) {
        var headers = Map.of("Authorization", "Bearer " + tokens.bearer(), "X-On-Behalf-Of", userId);
        return client.send(method, url, headers, body, patience);
    }

    private static Reply reply(Answer answer) {
        var message = answer.body().path("error").asText("");
        return switch (answer.status()) {
            case 200, 201, 204 -> new Reply.Ok(answer.body());
            case 400, 413, 422 -> new Reply.Refused(Reply.Why.BAD_REQUEST, message);
            case 403 -> new Reply.Refused(Reply.Why.FORBIDDEN, message);
            case 404, 410 -> new Reply.Refused(Reply.Why.NOT_FOUND, message);
            case 409 -> new Reply.Refused(Reply.Why.CONFLICT, message);
            default -> throw new Unavailable("The record of rooms answered " + answer.status());
        };
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
