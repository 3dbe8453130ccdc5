package io.flotilla.auth.apikey;

import io.flotilla.auth.exchange.Authentication;
import io.flotilla.auth.exchange.Authenticator;
import io.flotilla.auth.exchange.Credential;
import io.flotilla.auth.limit.Attempts;
import io.flotilla.auth.token.Token;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;

/** Knows API clients by their key, and slows down whoever guesses. */
@Singleton
public final class ApiKeyAuthenticator implements Authenticator {
    private static final String LIMIT = "api-key";

    private final ApiKeys keys;
    private final Attempts attempts;

    public ApiKeyAuthenticator(ApiKeys keys, Attempts attempts) {
        this.keys = keys;
        this.attempts = attempts;
    }

    @Override
    public boolean understands(Credential credential) {
        return credential instanceof Credential.ApiKey;
    }

    @Override
    public Authentication authenticate(Credential credential) {
        var offered = (Credential.ApiKey) credential;
        var wait = attempts.take(LIMIT, offered.clientAddress());
        if (wait.isPresent()) {
            return new Authentication.Limited(wait.get());
        }
        var owner = keys.owner(offered.value());
        if (owner.isEmpty()) {
            return new Authentication.Denied(Authentication.Reason.SESSION_REQUIRED);
        }
        attempts.giveBack(LIMIT, offered.clientAddress());
        return new Authentication.Authenticated(client(owner.get()), Instant.MAX);
    }

    private static Token.User client(ApiKeys.Owner owner) {
        return new Token.User(owner.userId(), owner.keyId(), owner.userId(), Set.of("api"), null, owner.tenant());
    }
}
