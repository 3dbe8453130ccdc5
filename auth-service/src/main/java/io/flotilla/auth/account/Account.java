package io.flotilla.auth.account;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in.
 *
 * @param id the user id, as tokens carry it
 * @param username as its owner writes it; {@link Names} says which two are the same
 * @param email null where a provider of identities told none, or one that another account has
 * @param generation counts what ends all sessions: changes of password, status and roles
 */
public record Account(
        String id,
        String username,
        @Nullable String email,
        Set<String> roles,
        Status status,
        int generation,
        Instant createdAt) {
    /** What every account may do. */
    public static final String USER = "user";

    /** Looks after the others. */
    public static final String ADMIN = "admin";

    /** Whether it may be used. */
    public enum Status {
        ACTIVE,
        DISABLED
    }

    public Account {
        roles = Set.copyOf(roles);
    }

    /** A new one that may be used at once. */
    public static Account fresh(
            String id, String username, @Nullable String email, Set<String> roles, Instant createdAt) {
        return new Account(id, username, email, roles, Status.ACTIVE, 0, createdAt);
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    public boolean isAdmin() {
        return roles.contains(ADMIN);
    }

    /** Whether it can look after the others now. */
    boolean rules() {
        return isAdmin() && isActive();
    }

    /** What is left of it after a change by an administrator. */
    Account with(Status newStatus, Set<String> newRoles) {
        boolean isDisabled = isActive() && newStatus == Status.DISABLED;
        boolean endsSessions = isDisabled || !newRoles.equals(roles);
        return new Account(
                id, username, email, newRoles, newStatus, endsSessions ? generation + 1 : generation, createdAt);
    }

    /** What the change from {@code before} ends sessions for. */
    public Accounts.Why endedBy(Account before) {
        return before.isActive() && !isActive() ? Accounts.Why.DISABLED : Accounts.Why.ROLES_CHANGED;
    }

    Account withNextGeneration() {
        return new Account(id, username, email, roles, status, generation + 1, createdAt);
    }
}
