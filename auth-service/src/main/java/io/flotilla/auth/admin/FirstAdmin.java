package io.flotilla.auth.admin;

import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.AccountRules;
import io.flotilla.auth.account.Accounts;
import io.flotilla.auth.account.Broken;
import io.flotilla.auth.account.Names;
import io.flotilla.auth.config.AuthConfig;
import io.flotilla.auth.password.PasswordHashes;
import io.flotilla.auth.password.PasswordRules;
import io.flotilla.kit.id.IdSource;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the first administrator from {@code FLOTILLA_ADMIN_USERNAME} and {@code FLOTILLA_ADMIN_PASSWORD} where there is none yet; touches
 * no account that exists, so a changed password stays changed. Of several replicas one makes it. Blocks, and throws
 * {@link io.flotilla.kit.problem.Unavailable} when the record is away.
 */
@Singleton
public final class FirstAdmin {
    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final IdSource ids;
    private final InstantSource clock;
    private final AuthConfig.Admin config;

    public FirstAdmin(Accounts accounts, PasswordHashes hashes, IdSource ids, InstantSource clock, AuthConfig config) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.ids = ids;
        this.clock = clock;
        this.config = config.admin();
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** None is wished for, or there is one. */
        record NotNeeded() implements Outcome {}

        record Made(Account account) implements Outcome {}

        /** The settings break a rule of accounts. */
        record Invalid(Broken broken) implements Outcome {}

        /** Somebody else has the name, or another replica was quicker. */
        record NameTaken() implements Outcome {}
    }

    /** Makes it if it is needed. */
    public Outcome ensure() {
        if (config.password().isEmpty() || accounts.hasAdmin()) {
            return new Outcome.NotNeeded();
        }
        var password = Secret.of(config.password().get());
        Optional<Broken> broken = AccountRules.username(config.username())
                .or(() -> PasswordRules.broken("password", password, config.username(), null));
        return broken.<Outcome>map(Outcome.Invalid::new).orElseGet(() -> make(password));
    }

    private Outcome make(Secret password) {
        var roles = Set.of(Account.USER, Account.ADMIN);
        var name = Names.normal(config.username());
        var account = Account.fresh(ids.uuid().toString(), name, null, roles, clock.instant());
        return switch (accounts.add(account, hashes.hash(password))) {
            case Accounts.Addition.Added _ -> new Outcome.Made(account);
            case Accounts.Addition.Taken _ -> accounts.hasAdmin() ? new Outcome.NotNeeded() : new Outcome.NameTaken();
        };
    }
}
