package io.flotilla.auth.login;

import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import io.flotilla.auth.guess.Guess;
import io.flotilla.auth.guess.LockOut;
import io.flotilla.auth.password.PasswordHashes;
import io.flotilla.auth.password.PasswordRules;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether a name and a password are somebody's. For names that nobody has, accounts without a password and disabled ones the same work is
 * done and the same is said, so that neither answers nor their times tell which names there are. Safe for many threads; blocks, and throws
 * {@link Unavailable} when something it needs is away.
 */
@Singleton
public final class PasswordCheck {
    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final LockOut lockOut;
    private final DeviceCookie devices;
    private final FailedSignIns failures;

    public PasswordCheck(
            Accounts accounts, PasswordHashes hashes, LockOut lockOut, DeviceCookie devices, FailedSignIns failures) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.lockOut = lockOut;
        this.devices = devices;
        this.failures = failures;
    }

    /**
     * What is offered.
     *
     * @param name user name or e-mail address
     * @param device what the browser keeps of an earlier sign-in
     * @param method {@code password} or {@code basic}
     */
    public record Offer(
            String name,
            Secret password,
            String address,
            @Nullable Secret device,
            String method) {}

    /** What it came to. */
    public sealed interface Checked {
        record Right(Account account) implements Checked {}

        record Wrong() implements Checked {}

        /** Too many were wrong; whether this one is, nobody looked. */
        record Waits(Duration left) implements Checked {}
    }

    /** Looks at the offer; a wrong one counts against the name and the address. */
    public Checked check(Offer offer) {
        var entry = accounts.named(offer.name()).orElse(null);
        var accountId = entry == null ? null : entry.account().id();
        var guess = new Guess(offer.name(), offer.address(), accountId, devices.idFor(accountId, offer.device()));
        return switch (lockOut.begin(guess)) {
            case LockOut.Turn.Waits(var left) -> {
                failures.record(FailedSignIns.Why.LOCKED, offer, accountId);
                yield new Checked.Waits(left);
            }
            case LockOut.Turn.Granted turn -> {
                var hash = entry == null ? null : entry.passwordHash();
                boolean right = matches(offer.password(), hash, turn);
                if (entry == null || hash == null || !right || !entry.account().isActive()) {
                    failures.record(right ? FailedSignIns.Why.DISABLED : FailedSignIns.Why.WRONG, offer, accountId);
                    yield new Checked.Wrong();
                }
                lockOut.right(turn, entry.account().id());
                renew(entry.account(), offer.password(), hash);
                yield new Checked.Right(entry.account());
            }
        };
    }

    private boolean matches(Secret password, @Nullable Secret hash, LockOut.Turn.Granted turn) {
        try {
            return PasswordRules.isPossible(password) && hashes.matches(password, hash);
        } catch (Unavailable e) {
            // Nobody looked at it, so it was no failure.
            lockOut.giveBack(turn);
            throw e;
        }
    }

    /** A hash of another cost gives way to one of today's, when there is the password to make it of. */
    private void renew(Account account, Secret password, Secret hash) {
        if (hashes.isOutdated(hash)) {
            accounts.rehash(account.id(), hash, hashes.hash(password));
        }
    }
}
