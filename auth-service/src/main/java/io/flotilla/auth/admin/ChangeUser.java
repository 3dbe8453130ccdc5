package io.flotilla.auth.admin;

import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import io.flotilla.auth.account.Accounts.Change;
import io.flotilla.auth.account.Accounts.Ending;
import io.flotilla.auth.signin.EndSessions;
import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.AuditTrail;
import io.flotilla.kit.identity.Caller;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An administrator disables somebody, lets them in again, or changes what they may do. Their sessions end before this returns; when
 * somebody who must hear of it is away it throws {@link io.flotilla.kit.problem.Unavailable}, and they end as soon as that is back.
 */
@Singleton
public final class ChangeUser {
    private final Accounts accounts;
    private final EndSessions sessions;
    private final AuditEntries entries;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ChangeUser(
            Accounts accounts, EndSessions sessions, AuditEntries entries, AuditTrail audit, InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.entries = entries;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sets what is not null. That it is not the administrator's own account, the caller sees to. */
    public Change change(
            Caller.User admin,
            String address,
            String id,
            Account.@Nullable Status status,
            @Nullable Set<String> roles) {
        var change = accounts.change(id, status, roles, clock.instant());
        if (change instanceof Change.Changed(var before, var after)) {
            record(admin, address, before, after);
            if (after.generation() != before.generation()) {
                sessions.now(new Ending(id, after.generation(), after.endedBy(before)));
            }
        }
        return change;
    }

    private void record(Caller.User admin, String address, Account before, Account after) {
        if (before.status() != after.status()) {
            record(after.isActive() ? "user-enabled" : "user-disabled", admin, address, after);
        }
        if (!before.roles().equals(after.roles())) {
            record("roles-changed", admin, address, after);
        }
    }

    private void record(String type, Caller.User admin, String address, Account after) {
        var name = accounts.find(admin.userId()).map(Account::username).orElse(null);
        audit.record(entries.of(type)
                .by(admin.userId(), name)
                .about(after.id())
                .inSession(admin.sessionId())
                .from(address)
                .with("roles", String.join(" ", new TreeSet<>(after.roles()))));
    }
}
