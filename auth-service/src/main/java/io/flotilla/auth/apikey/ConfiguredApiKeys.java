package io.flotilla.auth.apikey;

import io.flotilla.auth.config.AuthConfig;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The operator's one key ({@code FLOTILLA_API_KEY}). */
@Singleton
public final class ConfiguredApiKeys implements ApiKeys {
    private static final Owner OPERATOR = new Owner("operator", "api-key:operator", "operator");

    private final Optional<Secret> key;

    public ConfiguredApiKeys(AuthConfig config) {
        this.key = config.apiKey().map(ConfiguredApiKeys::checked);
    }

    @Override
    public Optional<Owner> owner(Secret offered) {
        return key.filter(offered::equals).map(mine -> OPERATOR);
    }

    private static Secret checked(String key) {
        if (!key.startsWith("sk_") || key.length() < 24 || key.length() > 256) {
            throw new IllegalArgumentException("FLOTILLA_API_KEY must start with sk_ and have 24 to 256 characters");
        }
        return Secret.of(key);
    }
}
