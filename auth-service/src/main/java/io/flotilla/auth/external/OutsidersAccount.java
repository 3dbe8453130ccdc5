package io.flotilla.auth.external;

import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import io.flotilla.auth.exchange.Outsider;
import io.flotilla.kit.problem.Unavailable;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the account of somebody whom another system vouches for, or makes it. A new account's id follows from issuer and subject, so that
 * two first sign-ins at the same time, on whatever replicas, make one account. Safe for many threads; blocks.
 */
@Singleton
public final class OutsidersAccount {
    private static final int LONGEST_EMAIL = 254;

    private final ExternalIdentities identities;
    private final Accounts accounts;
    private final InstantSource clock;

    public OutsidersAccount(ExternalIdentities identities, Accounts accounts, InstantSource clock) {
        this.identities = identities;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Their account, active or not; throws {@link Unavailable} when a record is away. */
    public Account of(Outsider who) {
        return identities
                .userOf(who.issuer(), who.subject())
                .flatMap(accounts::find)
                .orElseGet(() -> linked(who, made(who)));
    }

    private Account linked(Outsider who, Account made) {
        var userId = identities.link(who.issuer(), who.subject(), made.id(), clock.instant());
        return accounts.find(userId).orElse(made);
    }

    private Account made(Outsider who) {
        var id = idOf(who);
        var email = free(who.email());
        for (var name : SuggestedNames.of(who, id)) {
            var there = accounts.find(id);
            if (there.isPresent()) {
                return there.get();
            }
            // An address may be taken since it was looked at; the account can do without one.
            if (add(id, name, email) instanceof Accounts.Addition.Added(var account)) {
                return account;
            }
            if (email != null && add(id, name, null) instanceof Accounts.Addition.Added(var account)) {
                return account;
            }
        }
        return accounts.find(id).orElseThrow(() -> new Unavailable("No user name is free for a new account"));
    }

    private Accounts.Addition add(String id, String name, @Nullable String email) {
        return accounts.add(Account.fresh(id, name, email, Set.of(Account.USER), clock.instant()), null);
    }

    private @Nullable String free(@Nullable String email) {
        return email != null && isUsable(email) && accounts.named(email).isEmpty() ? email : null;
    }

    private static boolean isUsable(String email) {
        return email.length() <= LONGEST_EMAIL
                && email.indexOf('@') > 0
                && email.codePoints().noneMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c));
    }

    private static String idOf(Outsider who) {
        try {
            // Neither has a control character, so no two pairs read the same.
            var text = who.issuer() + "\n" + who.subject();
            var hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong()).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
