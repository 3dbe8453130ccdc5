package io.flotilla.auth.bearer;

import io.flotilla.auth.exchange.Authentication;
import io.flotilla.auth.exchange.Authentication.Reason;
import io.flotilla.auth.exchange.Authenticator;
import io.flotilla.auth.exchange.Credential;
import io.flotilla.auth.outbound.ForeignTokens;
import io.flotilla.auth.outbound.OutboundHttp;
import io.flotilla.auth.outbound.OutsiderClaims;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Knows people by a token of the configured issuer. */
@Singleton
public final class BearerAuthenticator implements Authenticator {
    private static final String NAME = "bearer";

    private final Optional<ForeignTokens> tokens;

    public BearerAuthenticator(BearerConfig config, OutboundHttp http, InstantSource clock) {
        this.tokens = tokens(config, http, clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean understands(Credential credential) {
        return credential instanceof Credential.Assertion && tokens.isPresent();
    }

    @Override
    public Authentication authenticate(Credential credential) {
        var assertion = (Credential.Assertion) credential;
        return switch (tokens.orElseThrow().check(assertion.jwt().reveal())) {
            case ForeignTokens.Check.Valid(var claims) ->
                OutsiderClaims.of(claims)
                        .<Authentication>map(who -> new Authentication.KnownElsewhere(who, NAME))
                        .orElseGet(() -> new Authentication.Denied(Reason.INVALID_CREDENTIALS));
            case ForeignTokens.Check.Invalid() -> new Authentication.Denied(Reason.INVALID_CREDENTIALS);
            case ForeignTokens.Check.Away() -> new Authentication.Away("The issuer of these tokens gives no keys");
        };
    }

    private static Optional<ForeignTokens> tokens(BearerConfig config, OutboundHttp http, InstantSource clock) {
        if (config.issuer().isEmpty()
                && config.jwksUrl().isEmpty()
                && config.audience().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ForeignTokens(
                config.issuer().orElseThrow(() -> missing("ISSUER")),
                config.audience().orElseThrow(() -> missing("AUDIENCE")),
                config.jwksUrl().orElseThrow(() -> missing("JWKS_URL")),
                http,
                clock));
    }

    private static IllegalArgumentException missing(String what) {
        return new IllegalArgumentException("set FLOTILLA_BEARER_" + what + ", too");
    }
}
