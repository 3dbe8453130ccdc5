package io.flotilla.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.auth.SessionServiceTwin;
import io.flotilla.auth.account.Accounts.Change;
import io.flotilla.auth.store.Database;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class PostgresAccountsIT extends AccountsContract {
    private static final Set<String> ADMIN = Set.of(Account.USER, Account.ADMIN);

    @Inject
    Accounts accounts;

    @Inject
    Database database;

    @Override
    Accounts accounts() {
        return accounts;
    }

    /** All who rule try to step down at once: through two adapters, as two nodes would. */
    @Test
    void oneAdministratorStaysHoweverManyLeaveAtOnce() throws Exception {
        for (int i = 0; i < 6; i++) {
            accounts.add(Account.fresh("admin-" + i, "admin-" + i, null, ADMIN, Instant.EPOCH), null);
        }
        var rulers = rulers();
        var nodes = List.of(new PostgresAccounts(database), new PostgresAccounts(database));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var leaving = new ArrayList<Callable<Change>>();
            for (int i = 0; i < rulers.size(); i++) {
                var node = nodes.get(i % 2);
                var id = rulers.get(i);
                leaving.add(() -> node.change(id, null, Set.of(Account.USER), Instant.EPOCH));
            }
            int stayed = 0;
            for (var answer : threads.invokeAll(leaving)) {
                stayed += answer.get() instanceof Change.LastAdmin ? 1 : 0;
            }

            assertThat(stayed).isEqualTo(1);
        } finally {
            rulers.forEach(id -> accounts.change(id, null, ADMIN, Instant.EPOCH));
        }
    }

    private List<String> rulers() {
        return accounts.list("", "", 10_000).stream()
                .filter(account -> account.isAdmin() && account.isActive())
                .map(Account::id)
                .toList();
    }
}
