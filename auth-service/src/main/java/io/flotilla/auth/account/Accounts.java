package io.flotilla.auth.account;

import io.flotilla.kit.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The record of accounts, shared by all replicas. Safe for many threads; blocks. Every method throws
 * {@link io.flotilla.kit.problem.Unavailable} when the record is away, and then has changed nothing.
 */
public interface Accounts {
    Optional<Account> find(String id);

    /** By user name or e-mail address, in any spelling of it. */
    Optional<Entry> named(String name);

    /** The account with the hash of its password. */
    Optional<Entry> entry(String id);

    /** Keeps a new account; of all who add one of the same id, name or address, over all replicas, exactly one is told {@code Added}. */
    Addition add(Account account, @Nullable Secret passwordHash);

    /** A new password, and an {@link Ending}. The account as it is now; empty where it is not of this generation any more. */
    Optional<Account> changePassword(String id, int generation, Secret passwordHash, Instant now);

    /** The same password, hashed anew; nothing where it was changed meanwhile. */
    void rehash(String id, Secret oldHash, Secret newHash);

    /**
     * Sets what is not null, with an {@link Ending} if that is a change; never leaves the installation without an active administrator,
     * over all replicas.
     */
    Change change(String id, Account.@Nullable Status status, @Nullable Set<String> roles, Instant now);

    /** Some of the endings noted before that instant and not yet done, the oldest first. */
    List<Ending> endings(Instant before, int limit);

    /** Strikes an ending out; nothing where the account has come to a later one. */
    void ended(Ending ending);

    /** Those whose name or address contains the text, by id, after that id; at most {@code limit}. */
    List<Account> list(String containing, String afterId, int limit);

    /** Whether there is an administrator, active or not. */
    boolean hasAdmin();

    /**
     * All sessions of that generation and before belong to the past. Noted together with the change that makes it so, because those who
     * must hear of it may be away.
     */
    record Ending(String accountId, int generation, Why why) {}

    /** What ended all sessions of an account. */
    enum Why {
        PASSWORD_CHANGED,
        DISABLED,
        ROLES_CHANGED
    }

    /** An account with the hash of its password, if it has one. */
    record Entry(Account account, @Nullable Secret passwordHash) {}

    /** What became of {@link #add}. */
    sealed interface Addition {
        record Added(Account account) implements Addition {}

        /** Somebody has that id, name or address. */
        record Taken() implements Addition {}
    }

    /** What became of {@link #change}. */
    sealed interface Change {
        record Changed(Account before, Account after) implements Change {}

        record Unknown() implements Change {}

        /** Nobody would be left to look after this installation. */
        record LastAdmin() implements Change {}
    }
}
