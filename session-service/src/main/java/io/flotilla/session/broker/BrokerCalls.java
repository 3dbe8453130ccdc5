package io.flotilla.session.broker;

import io.flotilla.kit.client.JsonClient;
import io.flotilla.kit.client.JsonClient.Answer;
import io.flotilla.kit.identity.ServiceTokens;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.session.config.Pause;
import io.flotilla.session.config.SessionConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Single calls to vm-broker-service with our service token. What may pass by itself (no connection, a reset, 502–504, 429) is tried
 * again after a growing pause: every call may be repeated.
 */
@ApplicationScoped
class BrokerCalls {
    private static final Set<Integer> TRY_AGAIN = Set.of(429, 502, 503, 504);
    static final String FULL = "err_exceeded_vm_limit";

    private final JsonClient client;
    private final ServiceTokens tokens;
    private final Pause pause;
    private final SessionConfig.Broker config;

    BrokerCalls(JsonClient client, ServiceTokens tokens, Pause pause, SessionConfig config) {
        this.client = client;
        this.tokens = tokens;
        this.pause = pause;
        this.config = config.broker();
    }

    Answer post(String path, Map<String, Object> body, String onBehalfOf) {
        return repeatedly(() -> client.post(
                config.url().resolve(path),
                Map.of("Authorization", bearer(), "X-On-Behalf-Of", onBehalfOf),
                body,
                config.startTimeout()));
    }

    Answer get(String path) {
        return repeatedly(
                () -> client.get(config.url().resolve(path), Map.of("Authorization", bearer()), config.callTimeout()));
    }

    Answer delete(String path) {
        return repeatedly(() -> client.send(
                "DELETE", config.url().resolve(path), Map.of("Authorization", bearer()), null, config.callTimeout()));
    }

    private Answer repeatedly(Supplier<Answer> call) {
        var wait = config.firstPause();
        for (int attempt = 1; ; attempt++) {
            Answer answer = null;
            Unavailable fault = null;
            try {
                answer = call.get();
            } catch (Unavailable e) {
                fault = e;
            }
            if (answer != null && !mayPass(answer)) {
                return answer;
            }
            if (attempt >= config.attempts() || Thread.currentThread().isInterrupted()) {
                return answerOrThrow(answer, fault);
            }
            pause.take(wait);
            wait = wait.multipliedBy(2);
        }
    }

    /** Full is an answer, not a fault: nobody leaves because we ask again. */
    private static boolean mayPass(Answer answer) {
        return TRY_AGAIN.contains(answer.status())
                && !answer.body().path("code").asText().equals(FULL);
    }

    private static Answer answerOrThrow(@Nullable Answer answer, @Nullable Unavailable fault) {
        if (answer != null) {
            return answer;
        }
        throw new BrokerUnavailableException("vm-broker-service cannot be reached", fault);
    }

    private String bearer() {
        return "Bearer " + tokens.bearer();
    }
}
