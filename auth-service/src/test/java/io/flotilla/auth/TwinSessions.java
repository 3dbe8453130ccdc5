package io.flotilla.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.kit.secret.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The user sessions that session-service's twin opened for people who signed in; cookies begin with {@code opened-}. */
final class TwinSessions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Session> byId = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    private record Session(String id, String userId, List<String> roles, String cookie, boolean cookieless) {
        String csrfToken() {
            return "csrf-" + cookie;
        }
    }

    String open(String body) throws java.io.IOException {
        var wish = JSON.readTree(body);
        end(wish.path("cookie").asText());
        var roles = new ArrayList<String>();
        wish.path("roles").forEach(role -> roles.add(role.asText()));
        var id = "opened-session-" + last.incrementAndGet();
        var session = new Session(
                id,
                wish.path("userId").asText(),
                roles,
                "opened-" + Secret.random().reveal(),
                wish.path("cookieless").asBoolean());
        byId.put(id, session);
        var answer = described(session);
        answer.putArray("ended");
        if (!session.cookieless()) {
            answer.put("csrfToken", session.csrfToken());
            answer.put("setCookie", "__Host-flotilla=" + session.cookie() + "; Path=/; HttpOnly; Secure; SameSite=Lax");
        }
        return answer.toString();
    }

    Optional<String> find(String id) {
        return Optional.ofNullable(byId.get(id))
                .map(session -> described(session).toString());
    }

    Optional<String> resolve(String cookie) {
        return withCookie(cookie).map(session -> described(session).toString());
    }

    String endOne(String id) {
        byId.remove(id);
        return "{\"setCookie\":\"__Host-flotilla=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax\"}";
    }

    String endAll(String body) throws java.io.IOException {
        JsonNode wish = JSON.readTree(body);
        var answer = JSON.createObjectNode();
        var ended = answer.putArray("ended");
        for (var session : List.copyOf(byId.values())) {
            if (session.userId().equals(wish.path("userId").asText())
                    && !session.id().equals(wish.path("except").asText())) {
                byId.remove(session.id());
                ended.add(session.id());
            }
        }
        return answer.toString();
    }

    private void end(String cookie) {
        withCookie(cookie).ifPresent(session -> byId.remove(session.id()));
    }

    private Optional<Session> withCookie(String cookie) {
        return byId.values().stream()
                .filter(session -> session.cookie().equals(cookie))
                .findFirst();
    }

    private static ObjectNode described(Session session) {
        var node = JSON.createObjectNode()
                .put("sub", session.userId())
                .put("sid", session.id())
                .put("grp", "group-" + session.userId())
                .put("cookieless", session.cookieless())
                .put("expiresAt", Instant.now().plusSeconds(3600).toEpochMilli());
        session.roles().forEach(node.withArray("roles")::add);
        if (!session.cookieless()) {
            node.put("csrfHash", Secret.of(session.csrfToken()).sha256Base64Url());
        }
        return node;
    }
}
