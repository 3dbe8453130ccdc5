package io.flotilla.session.membership;

import io.flotilla.kit.client.JsonClient;
import io.flotilla.kit.client.JsonClient.Answer;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.identity.ServiceTokens;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks auth-service; a connection that breaks is tried once more, for a token more or less does no harm. */
@ApplicationScoped
class RestParticipantTokens implements ParticipantTokens {
    private static final Logger LOG = Logger.getLogger(RestParticipantTokens.class);
    private static final int ATTEMPTS = 2;

    private final JsonClient client;
    private final ServiceTokens tokens;
    private final KitConfig.Auth config;

    RestParticipantTokens(JsonClient client, ServiceTokens tokens, KitConfig config) {
        this.client = client;
        this.tokens = tokens;
        this.config = config.auth();
    }

    @Override
    public Optional<Secret> issue(Subject subject) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return token(ask(subject));
            } catch (Unavailable e) {
                LOG.warnf("no participant token from auth-service: %s", e);
            }
        }
        return Optional.empty();
    }

    private Answer ask(Subject subject) {
        return client.post(
                config.url().resolve("/internal/tokens/participant"),
                Map.of("Authorization", "Bearer " + tokens.bearer(), "X-On-Behalf-Of", subject.userId()),
                subject,
                config.timeout());
    }

    private static Optional<Secret> token(Answer answer) {
        var token = answer.body().path("access_token");
        if (answer.status() == 200 && token.isTextual()) {
            return Optional.of(Secret.of(token.textValue()));
        }
        LOG.warnf("auth-service answered %d to the wish for a participant token", answer.status());
        return Optional.empty();
    }
}
