package io.flotilla.auth.signin;

import io.flotilla.auth.account.Account;
import io.flotilla.kit.secret.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * session-service, as far as it opens and ends user sessions. Safe for many threads; blocks, and throws
 * {@link io.flotilla.kit.problem.Unavailable} when nobody answers: then it may or may not have happened, and may be asked for again.
 */
public interface SessionLives {
    OpenedSession open(Account account, SignInContext context);

    /** Ends the session if it lives; the {@code Set-Cookie} that makes its browser forget it. */
    Secret end(String sessionId, EndReason reason);

    /** Ends all sessions of the user but one; the handles of those it ended. */
    List<String> endAll(String userId, @Nullable String except, EndReason reason);
}
