package io.flotilla.auth.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.auth.config.AuthConfig;
import io.flotilla.auth.exchange.Authentication.Reason;
import io.flotilla.kit.client.JsonClient;
import io.flotilla.kit.identity.ServiceTokens;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks {@code /internal/user-sessions} ({@code contracts/internal-rest.md}). */
@Singleton
final class RestUserSessions implements UserSessions {
    private final JsonClient client;
    private final ServiceTokens tokens;
    private final AuthConfig.Session config;

    RestUserSessions(JsonClient client, ServiceTokens tokens, AuthConfig config) {
        this.client = client;
        this.tokens = tokens;
        this.config = config.session();
    }

    @Override
    public Resolution resolve(Secret cookie, @Nullable String userAgent) {
        var body = new HashMap<String, Object>();
        body.put("cookie", cookie.reveal());
        if (userAgent != null) {
            body.put("userAgent", userAgent);
        }
        var answer = client.post(at("/resolve"), authorization(), body, config.timeout());
        if (answer.status() == 200) {
            return vouched(answer.body());
        }
        // A 404 without a code is a route that is not there: the wrong service, or none of this version.
        if (answer.status() == 404 && answer.body().hasNonNull("code")) {
            return new Resolution.Unknown(reason(answer.body().path("code").asText()));
        }
        throw new Unavailable("session-service answers " + answer.status());
    }

    @Override
    public Optional<Resolution.Vouched> find(String sessionId) {
        var path = "/" + URLEncoder.encode(sessionId, StandardCharsets.UTF_8);
        var answer = client.get(at(path), authorization(), config.timeout());
        return switch (answer.status()) {
            case 200 -> Optional.of(vouched(answer.body()));
            case 404 -> Optional.empty();
            default -> throw new Unavailable("session-service answers " + answer.status());
        };
    }

    private URI at(String path) {
        return URI.create(config.url() + "/internal/user-sessions" + path);
    }

    private Map<String, String> authorization() {
        return Map.of("Authorization", "Bearer " + tokens.bearer());
    }

    private static Resolution.Vouched vouched(JsonNode session) {
        var roles = new HashSet<String>();
        session.path("roles").forEach(role -> roles.add(role.asText()));
        return new Resolution.Vouched(
                needed(session, "sub"),
                needed(session, "sid"),
                needed(session, "grp"),
                roles,
                csrfHash(session),
                Instant.ofEpochMilli(session.path("expiresAt").asLong()));
    }

    /** Only a session without a cookie has none. */
    private static @Nullable String csrfHash(JsonNode session) {
        return session.path("cookieless").asBoolean() ? null : needed(session, "csrfHash");
    }

    private static String needed(JsonNode session, String field) {
        var value = session.path(field).asText("");
        if (value.isEmpty()) {
            throw new Unavailable("session-service vouches without " + field);
        }
        return value;
    }

    private static Reason reason(String code) {
        return code.equals("SESSION_EXPIRED") ? Reason.SESSION_EXPIRED : Reason.SESSION_REQUIRED;
    }
}
