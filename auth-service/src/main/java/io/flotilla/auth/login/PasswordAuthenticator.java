package io.flotilla.auth.login;

import io.flotilla.auth.exchange.Authentication;
import io.flotilla.auth.exchange.Authenticator;
import io.flotilla.auth.exchange.Credential;
import jakarta.inject.Singleton;

/** Knows people by name and password where programs show them: HTTP Basic (RFC 7617), if that is on. Pages have routes of their own. */
@Singleton
public final class PasswordAuthenticator implements Authenticator {
    static final String METHOD = "basic";

    private final PasswordCheck check;

    public PasswordAuthenticator(PasswordCheck check) {
        this.check = check;
    }

    @Override
    public boolean understands(Credential credential) {
        return credential instanceof Credential.Password;
    }

    @Override
    public Authentication authenticate(Credential credential) {
        var shown = (Credential.Password) credential;
        var offer =
                new PasswordCheck.Offer(shown.name(), shown.password(), shown.clientAddress(), shown.device(), METHOD);
        return switch (check.check(offer)) {
            case PasswordCheck.Checked.Right(var account) -> new Authentication.Known(account, METHOD);
            case PasswordCheck.Checked.Wrong _ -> new Authentication.Denied(Authentication.Reason.INVALID_CREDENTIALS);
            case PasswordCheck.Checked.Waits(var left) -> new Authentication.Limited(left);
        };
    }
}
