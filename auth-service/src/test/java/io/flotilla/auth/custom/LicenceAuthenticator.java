package io.flotilla.auth.custom;

import io.flotilla.auth.exchange.Authentication;
import io.flotilla.auth.exchange.Authentication.Reason;
import io.flotilla.auth.exchange.Authenticator;
import io.flotilla.auth.exchange.Credential;
import io.flotilla.auth.exchange.Outsider;
import io.flotilla.auth.limit.Attempts;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.util.Map;

/** An example of a way to sign in that an operator adds: {@code Authorization: Licence <licence number>}; docs/authenticators.md. */
@Singleton
public final class LicenceAuthenticator implements Authenticator {
    private static final String NAME = "licence";

    /** Whoever knows better asks their own licence server here. */
    private final Map<String, String> customersByHash =
            Map.of(Secret.of("LIC-2026-0001").sha256Hex(), "customer-1");

    private final Attempts attempts;

    public LicenceAuthenticator(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean understands(Credential credential) {
        return credential instanceof Credential.Custom custom && custom.scheme().equals(NAME);
    }

    @Override
    public Authentication authenticate(Credential credential) {
        var licence = (Credential.Custom) credential;
        var wait = attempts.take(NAME, licence.clientAddress());
        if (wait.isPresent()) {
            return new Authentication.Limited(wait.get());
        }
        var customer = customersByHash.get(licence.value().sha256Hex());
        if (customer == null) {
            return new Authentication.Denied(Reason.INVALID_CREDENTIALS);
        }
        attempts.giveBack(NAME, licence.clientAddress());
        return new Authentication.KnownElsewhere(
                new Outsider("https://licences.example", customer, customer, null), NAME);
    }
}
