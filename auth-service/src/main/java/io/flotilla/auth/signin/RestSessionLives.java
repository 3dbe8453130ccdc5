package io.flotilla.auth.signin;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.auth.account.Account;
import io.flotilla.auth.config.AuthConfig;
import io.flotilla.kit.client.JsonClient;
import io.flotilla.kit.identity.ServiceTokens;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks {@code /internal/user-sessions} ({@code contracts/internal-rest.md}). */
@Singleton
final class RestSessionLives implements SessionLives {
    private final JsonClient client;
    private final ServiceTokens tokens;
    private final AuthConfig.Session config;

    RestSessionLives(JsonClient client, ServiceTokens tokens, AuthConfig config) {
        this.client = client;
        this.tokens = tokens;
        this.config = config.session();
    }

    @Override
    public OpenedSession open(Account account, SignInContext context) {
        var body = new HashMap<String, Object>();
        body.put("userId", account.id());
        body.put("username", account.username());
        body.put("roles", account.roles());
        body.put("method", context.method());
        body.put("cookieless", context.cookieless());
        body.put("address", context.address());
        putIfThere(body, "email", account.email());
        putIfThere(body, "userAgent", context.userAgent());
        putIfThere(body, "acceptLanguage", context.acceptLanguage());
        var cookie = context.cookie();
        putIfThere(body, "cookie", cookie == null ? null : cookie.reveal());
        return opened(post("", body, 201), context.cookieless());
    }

    @Override
    public Secret end(String sessionId, EndReason reason) {
        var path = "/" + URLEncoder.encode(sessionId, StandardCharsets.UTF_8) + "/end";
        return Secret.of(needed(post(path, Map.of("reason", reason.wire()), 200), "setCookie"));
    }

    @Override
    public List<String> endAll(String userId, @Nullable String except, EndReason reason) {
        var body = new HashMap<String, Object>();
        body.put("userId", userId);
        body.put("reason", reason.wire());
        putIfThere(body, "except", except);
        var ended = new ArrayList<String>();
        post("/end", body, 200).path("ended").forEach(handle -> ended.add(handle.asText()));
        return List.copyOf(ended);
    }

    private JsonNode post(String path, Map<String, Object> body, int expected) {
        var url = URI.create(config.url() + "/internal/user-sessions" + path);
        var answer =
                client.post(url, Map.of("Authorization", "Bearer " + tokens.bearer()), body, config.changeTimeout());
        if (answer.status() != expected) {
            throw new Unavailable("session-service answers " + answer.status());
        }
        return answer.body();
    }

    private static OpenedSession opened(JsonNode session, boolean cookieless) {
        var roles = new HashSet<String>();
        session.path("roles").forEach(role -> roles.add(role.asText()));
        return new OpenedSession(
                needed(session, "sid"),
                needed(session, "grp"),
                roles,
                cookieless ? null : needed(session, "csrfHash"),
                cookieless ? null : Secret.of(needed(session, "csrfToken")),
                cookieless ? null : Secret.of(needed(session, "setCookie")),
                Instant.ofEpochMilli(session.path("expiresAt").asLong()));
    }

    private static void putIfThere(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private static String needed(JsonNode session, String field) {
        var value = session.path(field).asText("");
        if (value.isEmpty()) {
            throw new Unavailable("session-service opens or ends a session without " + field);
        }
        return value;
    }
}
