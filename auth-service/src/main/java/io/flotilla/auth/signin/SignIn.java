package io.flotilla.auth.signin;

import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import jakarta.inject.Singleton;

/**
 * Opens a user session for an account whose owner has proved to be it. Safe for many threads; blocks, and throws
 * {@link io.flotilla.kit.problem.Unavailable} when something it needs is away: then nobody is signed in.
 */
@Singleton
public final class SignIn {
    private final Accounts accounts;
    private final SessionLives sessions;

    public SignIn(Accounts accounts, SessionLives sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** The account is as it was when the credential was looked at. */
    public SignInResult signIn(Account account, SignInContext context) {
        if (!account.isActive()) {
            return new SignInResult.Refused();
        }
        var opened = sessions.open(account, context);
        // Whoever disabled it in between ended the sessions there were; this one came after.
        if (!isUnchanged(account)) {
            var _ = sessions.end(opened.sessionId(), EndReason.DISABLED);
            return new SignInResult.Refused();
        }
        return new SignInResult.SignedIn(account, opened);
    }

    private boolean isUnchanged(Account account) {
        return accounts.find(account.id())
                .filter(now -> now.isActive() && now.generation() == account.generation())
                .isPresent();
    }
}
