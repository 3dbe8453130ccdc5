package io.flotilla.auth.signin;

import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.AuditTrail;
import io.flotilla.kit.problem.Unavailable;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Opens a user session for an account whose owner has proved to be it. Safe for many threads; blocks, and throws
 * {@link Unavailable} when something it needs is away: then nobody is signed in.
 */
@Singleton
public final class SignIn {
    private static final Logger log = Logger.getLogger(SignIn.class);

    private final Accounts accounts;
    private final SessionLives sessions;
    private final AuditEntries entries;
    private final AuditTrail audit;
    private final MeterRegistry meters;

    public SignIn(
            Accounts accounts, SessionLives sessions, AuditEntries entries, AuditTrail audit, MeterRegistry meters) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.entries = entries;
        this.audit = audit;
        this.meters = meters;
    }

    /** The account is as it was when the credential was looked at. */
    public SignInResult signIn(Account account, SignInContext context) {
        return count(context, account.isActive() ? open(account, context) : new SignInResult.Refused());
    }

    private SignInResult open(Account account, SignInContext context) {
        var opened = sessions.open(account, context);
        try {
            // Whoever changed it in between ended the sessions there were; this one came after.
            if (isUnchanged(account)) {
                audit.record(entries.of("signed-in")
                        .by(account.id(), account.username())
                        .inSession(opened.sessionId())
                        .from(context.address())
                        .with("method", context.method()));
                return new SignInResult.SignedIn(account, opened);
            }
        } catch (Unavailable e) {
            undo(opened);
            throw e;
        }
        var _ = sessions.end(opened.sessionId(), EndReason.DISABLED);
        return new SignInResult.Refused();
    }

    private boolean isUnchanged(Account account) {
        return accounts.find(account.id())
                .filter(now -> now.isActive() && now.generation() == account.generation())
                .isPresent();
    }

    /** Nobody has learnt its secret, so it does no harm to leave it to its idle timeout. */
    private void undo(OpenedSession opened) {
        try {
            var _ = sessions.end(opened.sessionId(), EndReason.SIGNED_OUT);
        } catch (Unavailable e) {
            log.debug("a session of a sign-in that failed could not be ended", e);
        }
    }

    private SignInResult count(SignInContext context, SignInResult result) {
        var word = result instanceof SignInResult.SignedIn ? "signed-in" : "refused";
        meters.counter("flotilla.signins", "method", context.method(), "result", word)
                .increment();
        return result;
    }
}
