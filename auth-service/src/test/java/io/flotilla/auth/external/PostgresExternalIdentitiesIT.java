package io.flotilla.auth.external;

import io.flotilla.auth.SessionServiceTwin;
import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class PostgresExternalIdentitiesIT extends ExternalIdentitiesContract {
    @Inject
    ExternalIdentities identities;

    @Inject
    Accounts accounts;

    @Override
    ExternalIdentities identities() {
        return identities;
    }

    @Override
    String account() {
        var id = UUID.randomUUID().toString();
        accounts.add(Account.fresh(id, id.substring(0, 30), null, Set.of(Account.USER), Instant.now()), null);
        return id;
    }
}
