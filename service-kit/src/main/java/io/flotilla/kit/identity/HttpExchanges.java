package io.flotilla.kit.identity;

import io.flotilla.kit.client.JsonClient;
import io.flotilla.kit.client.JsonClient.Answer;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.secret.Secret;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All exchanges at auth-service ({@code contracts/internal-rest.md}). */
@Singleton
@DefaultBean
public final class HttpExchanges implements CookieExchange, ApiKeyExchange, TicketExchange {
    private final JsonClient client;
    private final ServiceTokens serviceTokens;
    private final KitConfig.Auth config;

    public HttpExchanges(JsonClient client, ServiceTokens serviceTokens, KitConfig config) {
        this.client = client;
        this.serviceTokens = serviceTokens;
        this.config = config.auth();
    }

    @Override
    public Exchanged exchangeCookie(Secret cookie, @Nullable String userAgent) {
        var body = new HashMap<String, Object>();
        body.put("cookie", cookie.reveal());
        if (userAgent != null) {
            body.put("userAgent", userAgent);
        }
        return asService("/internal/tokens/exchange", body);
    }

    @Override
    public Exchanged exchangeTicket(Secret ticket) {
        return asService("/internal/tickets/redeem", Map.of("ticket", ticket.reveal()));
    }

    @Override
    public Exchanged exchangeApiKey(Secret key, String clientAddress) {
        try {
            return read(client.post(
                    URI.create(config.url() + "/api/auth/token"),
                    Map.of("Authorization", "Bearer " + key.reveal(), "X-Forwarded-For", clientAddress),
                    null,
                    config.timeout()));
        } catch (Unavailable e) {
            return new Exchanged.Away(String.valueOf(e.getMessage()));
        }
    }

    private Exchanged asService(String path, Map<String, Object> body) {
        try {
            var answer = client.post(
                    URI.create(config.url() + path),
                    Map.of("Authorization", "Bearer " + serviceTokens.bearer()),
                    body,
                    config.timeout());
            if (answer.status() == 401 && answer.body().path("code").isMissingNode()) {
                serviceTokens.forget();
                return new Exchanged.Away("auth-service does not know this service");
            }
            return read(answer);
        } catch (Unavailable e) {
            return new Exchanged.Away(String.valueOf(e.getMessage()));
        }
    }

    private static Exchanged read(Answer answer) {
        var token = answer.body().path("access_token").asText("");
        if (answer.ok() && !token.isEmpty()) {
            return new Exchanged.Token(Secret.of(token));
        }
        if (answer.status() == 429) {
            return new Exchanged.Limited(answer.body().path("retry_after").asLong(1));
        }
        if (answer.status() == 401) {
            return new Exchanged.Refused(answer.body().path("code").asText("SESSION_REQUIRED"));
        }
        return new Exchanged.Away("auth-service answers " + answer.status());
    }
}
