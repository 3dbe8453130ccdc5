package io.flotilla.auth.signin;

import io.flotilla.auth.account.Accounts;
import io.flotilla.auth.account.Accounts.Ending;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Ends all sessions of somebody, and what lives by them. Safe for many threads; blocks, and throws
 * {@link io.flotilla.kit.problem.Unavailable} when something is away: asking again does no harm.
 */
@Singleton
public final class EndSessions {
    private final Accounts accounts;
    private final SessionLives sessions;
    private final List<WhenEnded> others;

    public EndSessions(Accounts accounts, SessionLives sessions, @All List<WhenEnded> others) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.others = List.copyOf(others);
    }

    /** Because the user wants it. */
    public void all(String userId, EndReason reason) {
        others.forEach(other -> other.ended(userId, reason));
        var _ = sessions.endAll(userId, null, reason);
    }

    /** Because the account was changed; does what was noted with the change. */
    public void now(Ending ending) {
        all(ending.accountId(), EndReason.of(ending.why()));
        accounts.ended(ending);
    }
}
