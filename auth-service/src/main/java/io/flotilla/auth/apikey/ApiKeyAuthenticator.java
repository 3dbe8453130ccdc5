package io.flotilla.auth.apikey;

import io.flotilla.auth.account.Accounts;
import io.flotilla.auth.exchange.Authentication;
import io.flotilla.auth.exchange.Authentication.Reason;
import io.flotilla.auth.exchange.Authenticator;
import io.flotilla.auth.exchange.Credential;
import io.flotilla.auth.limit.Attempts;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Knows API clients by their key, the operator's or a user's, and slows down whoever guesses. */
@Singleton
public final class ApiKeyAuthenticator implements Authenticator {
    private static final String LIMIT = "api-key";

    private final OperatorKey operator;
    private final ApiKeys keys;
    private final Accounts accounts;
    private final Attempts attempts;
    private final InstantSource clock;

    public ApiKeyAuthenticator(
            OperatorKey operator, ApiKeys keys, Accounts accounts, Attempts attempts, InstantSource clock) {
        this.operator = operator;
        this.keys = keys;
        this.accounts = accounts;
        this.attempts = attempts;
        this.clock = clock;
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
        var holder = holder(offered);
        if (holder.isEmpty()) {
            return new Authentication.Denied(Reason.SESSION_REQUIRED);
        }
        attempts.giveBack(LIMIT, offered.clientAddress());
        return holder.get();
    }

    private Optional<Authentication.Authenticated> holder(Credential.ApiKey offered) {
        return operator.holder(offered.value())
                .map(user -> new Authentication.Authenticated(user, Instant.MAX))
                .or(() -> ofUser(offered));
    }

    private Optional<Authentication.Authenticated> ofUser(Credential.ApiKey offered) {
        var now = clock.instant();
        // A second from its end is over: a token for it would be, too.
        return keys.find(offered.value(), now.plusSeconds(1))
                .filter(this::mayBeUsed)
                .map(key -> {
                    keys.used(key.id(), now);
                    var until = key.expiresAt() == null ? Instant.MAX : key.expiresAt();
                    return new Authentication.Authenticated(key.holder(), until);
                });
    }

    /** A key is worth what its user may do today. */
    private boolean mayBeUsed(ApiKey key) {
        return accounts.find(key.userId())
                .filter(user ->
                        user.isActive() && (user.isAdmin() || key.tenant().equals(user.id())))
                .isPresent();
    }
}
