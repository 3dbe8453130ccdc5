package io.flotilla.auth.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.auth.once.OneTime;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** The sign-ins under way, for ten minutes and one return each. Safe for many threads; blocks. */
@Singleton
final class PendingSignIns {
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final String KIND = "oidc";

    private final OneTime kept;
    private final ObjectMapper json;

    PendingSignIns(OneTime kept, ObjectMapper json) {
        this.kept = kept;
        this.json = json;
    }

    void keep(Secret state, PendingSignIn pending) {
        try {
            kept.put(KIND, state, json.writeValueAsString(pending), LIFE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a pending sign-in is plain data", e);
        }
    }

    Optional<PendingSignIn> take(Secret state) {
        return kept.take(KIND, state).map(this::read);
    }

    private PendingSignIn read(String text) {
        try {
            return json.readValue(text, PendingSignIn.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("only this service keeps sign-ins", e);
        }
    }
}
