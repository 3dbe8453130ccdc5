package io.flotilla.auth.exchange;

import io.flotilla.auth.limit.LimitProblems;
import io.flotilla.auth.token.Signer;
import io.flotilla.kit.identity.ApiKeyExchange;
import io.flotilla.kit.identity.CookieExchange;
import io.flotilla.kit.identity.Exchanged;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What other services ask this one for by HTTP, asked at home. */
@Singleton
final class OwnExchanges implements CookieExchange, ApiKeyExchange {
    private final Authenticators authenticators;
    private final Signer signer;

    OwnExchanges(Authenticators authenticators, Signer signer) {
        this.authenticators = authenticators;
        this.signer = signer;
    }

    @Override
    public Exchanged exchangeCookie(Secret cookie, @Nullable String userAgent) {
        return exchange(new Credential.Cookie(cookie, userAgent));
    }

    @Override
    public Exchanged exchangeApiKey(Secret key, String clientAddress) {
        return exchange(new Credential.ApiKey(key, clientAddress));
    }

    private Exchanged exchange(Credential credential) {
        try {
            return switch (authenticators.authenticate(credential)) {
                case Authentication.Authenticated(var user, var until) ->
                    new Exchanged.Token(signer.sign(user, until).jwt());
                case Authentication.Known _, Authentication.KnownElsewhere _ ->
                    throw new IllegalStateException("a credential for signing in where a session's was asked for");
                case Authentication.Denied(var reason) -> new Exchanged.Refused(reason.name());
                case Authentication.Limited(var wait) -> new Exchanged.Limited(LimitProblems.seconds(wait));
                case Authentication.Away(var message) -> new Exchanged.Away(message);
            };
        } catch (Unavailable e) {
            return new Exchanged.Away(String.valueOf(e.getMessage()));
        }
    }
}
