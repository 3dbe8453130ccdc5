package io.flotilla.auth.grant;

import io.flotilla.auth.account.Account;
import io.flotilla.auth.exchange.Authentication;
import io.flotilla.auth.exchange.Authentication.Reason;
import io.flotilla.auth.exchange.Authenticators;
import io.flotilla.auth.exchange.Credential;
import io.flotilla.auth.external.OutsidersAccount;
import io.flotilla.auth.refresh.RefreshSession;
import io.flotilla.auth.signin.OpenedSession;
import io.flotilla.auth.signin.SignIn;
import io.flotilla.auth.signin.SignInContext;
import io.flotilla.auth.signin.SignInResult;
import io.flotilla.auth.token.Signer;
import io.flotilla.auth.token.Token;
import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.AuditTrail;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.util.function.Function;

/**
 * Gives tokens for credentials. Who is signed in already gets an access token; who proves to be somebody is signed in first, in a user
 * session without a cookie. Blocks; throws {@link io.flotilla.kit.problem.Unavailable} when something it needs is away.
 */
@Singleton
public final class GiveTokens {
    private final Authenticators authenticators;
    private final OutsidersAccount outsiders;
    private final SignIn signIn;
    private final RefreshSession refresh;
    private final Signer signer;
    private final AuditEntries entries;
    private final AuditTrail trail;

    public GiveTokens(
            Authenticators authenticators,
            OutsidersAccount outsiders,
            SignIn signIn,
            RefreshSession refresh,
            Signer signer,
            AuditEntries entries,
            AuditTrail trail) {
        this.authenticators = authenticators;
        this.outsiders = outsiders;
        this.signIn = signIn;
        this.refresh = refresh;
        this.signer = signer;
        this.entries = entries;
        this.trail = trail;
    }

    /** The context says, given a method, how the client comes to us. */
    Grant forCredential(Credential credential, Function<String, SignInContext> context) {
        return switch (authenticators.authenticate(credential)) {
            case Authentication.Authenticated(var user, var until) -> new Grant.Granted(signer.sign(user, until), null);
            case Authentication.Known(var account, var method) -> signedIn(account, context.apply(method));
            case Authentication.KnownElsewhere(var who, var method) ->
                signedIn(outsiders.of(who), context.apply(method));
            case Authentication.Denied(var reason) -> denied(reason, credential);
            case Authentication.Limited(var wait) -> new Grant.Limited(wait);
            case Authentication.Away(var message) -> new Grant.Away(message);
        };
    }

    Grant forRefreshToken(Secret token, String address) {
        return refresh.refresh(token, address)
                .<Grant>map(pair -> new Grant.Granted(pair.access(), pair.refresh()))
                .orElseGet(() -> new Grant.Denied(Reason.SESSION_REQUIRED));
    }

    private Grant signedIn(Account account, SignInContext context) {
        return switch (signIn.signIn(account, context)) {
            case SignInResult.Refused() -> new Grant.Denied(Reason.INVALID_CREDENTIALS);
            case SignInResult.SignedIn(var who, var session) ->
                new Grant.Granted(
                        signer.sign(user(who, session), session.expiresAt()),
                        refresh.begin(session.sessionId(), who.id()));
        };
    }

    private static Token.User user(Account account, OpenedSession session) {
        return new Token.User(account.id(), session.sessionId(), session.group(), session.roles(), null, null);
    }

    /** Wrong passwords are recorded where they are counted. */
    private Grant denied(Reason reason, Credential credential) {
        switch (credential) {
            case Credential.Assertion(var _, var address) -> recordFailure("bearer", address);
            case Credential.Custom(var scheme, var _, var address) -> recordFailure(scheme, address);
            case Credential.Cookie _, Credential.ApiKey _, Credential.Password _ -> {}
        }
        return new Grant.Denied(reason);
    }

    private void recordFailure(String method, String address) {
        trail.record(entries.of("sign-in-failed")
                .from(address)
                .with("method", method)
                .with("reason", "wrong"));
    }
}
