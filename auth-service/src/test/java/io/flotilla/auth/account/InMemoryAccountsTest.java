package io.flotilla.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.auth.account.Accounts.Change;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InMemoryAccountsTest extends AccountsContract {
    private final Accounts accounts = new InMemoryAccounts();

    @Override
    Accounts accounts() {
        return accounts;
    }

    /** Only here, where nobody else adds administrators. */
    @Test
    void theLastAdministratorStays() {
        var now = Instant.EPOCH;
        var roles = Set.of(Account.USER, Account.ADMIN);
        accounts.add(Account.fresh("a", "first", null, roles, now), null);
        accounts.add(Account.fresh("b", "second", null, roles, now), null);

        assertThat(accounts.change("a", Account.Status.DISABLED, null, now)).isInstanceOf(Change.Changed.class);
        assertThat(accounts.change("b", Account.Status.DISABLED, null, now)).isEqualTo(new Change.LastAdmin());
        assertThat(accounts.change("b", null, Set.of(Account.USER), now)).isEqualTo(new Change.LastAdmin());
        assertThat(accounts.change("a", null, Set.of(Account.USER), now)).isInstanceOf(Change.Changed.class);
    }
}
