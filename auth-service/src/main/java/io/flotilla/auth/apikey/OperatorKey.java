package io.flotilla.auth.apikey;

import io.flotilla.auth.config.AuthConfig;
import io.flotilla.auth.token.Token;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** The operator's one key ({@code FLOTILLA_API_KEY}), which belongs to no account. */
@Singleton
public final class OperatorKey {
    private static final Token.User OPERATOR =
            new Token.User("operator", "api-key:operator", "operator", Set.of("api"), null, "operator");

    private final Optional<Secret> key;

    public OperatorKey(AuthConfig config) {
        this.key = config.apiKey().map(OperatorKey::checked);
    }

    /** The operator, if it is their key. */
    Optional<Token.User> holder(Secret offered) {
        return key.filter(offered::equals).map(mine -> OPERATOR);
    }

    private static Secret checked(String key) {
        if (!key.startsWith("sk_") || key.length() < 24 || key.length() > 256) {
            throw new IllegalArgumentException("FLOTILLA_API_KEY must start with sk_ and have 24 to 256 characters");
        }
        return Secret.of(key);
    }
}
