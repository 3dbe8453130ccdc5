package io.flotilla.auth.login;

import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.AccountRules;
import io.flotilla.auth.account.Accounts;
import io.flotilla.auth.account.Broken;
import io.flotilla.auth.account.Names;
import io.flotilla.auth.config.AuthConfig;
import io.flotilla.auth.password.PasswordHashes;
import io.flotilla.auth.password.PasswordRules;
import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.AuditTrail;
import io.flotilla.kit.id.IdSource;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens accounts. Safe for many threads; blocks, and throws {@link io.flotilla.kit.problem.Unavailable} when something is away. */
@Singleton
public final class Registration {
    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final IdSource ids;
    private final InstantSource clock;
    private final AuditEntries entries;
    private final AuditTrail audit;
    private final String reserved;

    public Registration(
            Accounts accounts,
            PasswordHashes hashes,
            IdSource ids,
            InstantSource clock,
            AuditEntries entries,
            AuditTrail audit,
            AuthConfig config) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.ids = ids;
        this.clock = clock;
        this.entries = entries;
        this.audit = audit;
        this.reserved = Names.key(config.admin().username());
    }

    /** What somebody wants. */
    public record Wish(
            @Nullable String username,
            @Nullable String email,
            @Nullable String password) {}

    /** What it came to. */
    public sealed interface Outcome {
        record Registered(Account account) implements Outcome {}

        record Invalid(Broken broken) implements Outcome {}

        /** Somebody has that name or that address. */
        record Exists() implements Outcome {}
    }

    /** Opens an account; the first broken rule is told, and of several at once with the same name one wins. */
    public Outcome register(Wish wish, String address) {
        var broken = broken(wish);
        if (broken.isPresent()) {
            return new Outcome.Invalid(broken.get());
        }
        var name = Names.normal(String.valueOf(wish.username()));
        var email = Names.normal(String.valueOf(wish.email()));
        // Hashed before anybody looks whether the name is taken: the time tells nothing.
        var hash = hashes.hash(Secret.of(String.valueOf(wish.password())));
        if (Names.key(name).equals(reserved)) {
            return new Outcome.Exists();
        }
        var account = Account.fresh(ids.uuid().toString(), name, email, Set.of(Account.USER), clock.instant());
        return switch (accounts.add(account, hash)) {
            case Accounts.Addition.Taken _ -> new Outcome.Exists();
            case Accounts.Addition.Added _ -> {
                audit.record(entries.of("registered")
                        .by(account.id(), account.username())
                        .from(address)
                        .with("method", LoginResource.METHOD));
                yield new Outcome.Registered(account);
            }
        };
    }

    private static Optional<Broken> broken(Wish wish) {
        var password = wish.password() == null ? null : Secret.of(wish.password());
        return AccountRules.username(wish.username())
                .or(() -> AccountRules.email(wish.email()))
                .or(() -> PasswordRules.broken(
                        "password", password, String.valueOf(wish.username()), String.valueOf(wish.email())));
    }
}
