package io.flotilla.auth.signin;

import io.flotilla.auth.account.Account;

/** What became of a sign-in. */
public sealed interface SignInResult {
    /** The user session is open. */
    record SignedIn(Account account, OpenedSession session) implements SignInResult {}

    /** The account is disabled, or was changed while the session was being opened. To the caller this is as any wrong credential. */
    record Refused() implements SignInResult {}
}
