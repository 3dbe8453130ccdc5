package io.flotilla.auth.login;

import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import io.flotilla.auth.account.Broken;
import io.flotilla.auth.password.PasswordHashes;
import io.flotilla.auth.password.PasswordRules;
import io.flotilla.auth.signin.EndSessions;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** A new password for somebody who knows the old one. All sessions end with the old one, the present one too. */
@Singleton
public final class PasswordChange {
    private final Accounts accounts;
    private final PasswordCheck check;
    private final PasswordHashes hashes;
    private final EndSessions sessions;
    private final InstantSource clock;

    public PasswordChange(
            Accounts accounts, PasswordCheck check, PasswordHashes hashes, EndSessions sessions, InstantSource clock) {
        this.accounts = accounts;
        this.check = check;
        this.hashes = hashes;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What it came to. */
    public sealed interface Outcome {
        record Changed(Account account) implements Outcome {}

        record Invalid(Broken broken) implements Outcome {}

        /** The old password is not that. */
        record Wrong() implements Outcome {}

        record Waits(Duration left) implements Outcome {}

        /** Somebody else changed the account at the same time. */
        record Overtaken() implements Outcome {}
    }

    /** Changes it; the old one counts as any guess at a password does. */
    public Outcome change(Account account, PasswordCheck.Offer old, @Nullable Secret wanted) {
        var broken = PasswordRules.broken("new_password", wanted, account.username(), account.email());
        if (broken.isPresent() || wanted == null) {
            return new Outcome.Invalid(broken.orElseThrow());
        }
        return switch (check.check(old)) {
            case PasswordCheck.Checked.Wrong _ -> new Outcome.Wrong();
            case PasswordCheck.Checked.Waits(var left) -> new Outcome.Waits(left);
            case PasswordCheck.Checked.Right(var now) -> store(now, wanted);
        };
    }

    private Outcome store(Account account, Secret wanted) {
        var changed = accounts.changePassword(account.id(), account.generation(), hashes.hash(wanted), clock.instant());
        if (changed.isEmpty()) {
            return new Outcome.Overtaken();
        }
        sessions.now(new Accounts.Ending(account.id(), changed.get().generation(), Accounts.Why.PASSWORD_CHANGED));
        return new Outcome.Changed(changed.get());
    }
}
