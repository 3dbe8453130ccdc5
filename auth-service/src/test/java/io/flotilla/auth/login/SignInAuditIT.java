package io.flotilla.auth.login;

import static io.flotilla.auth.Browser.PASSWORD;
import static io.flotilla.auth.Browser.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.auth.Browser;
import io.flotilla.auth.SessionServiceTwin;
import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import io.flotilla.kit.audit.AuditEntry;
import io.flotilla.kit.audit.AuditJson;
import io.flotilla.testkit.RealServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What signing in leaves in the audit log, which is there before the answer is. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class SignInAuditIT {
    @Inject
    RedisDataSource redis;

    @Inject
    Accounts accounts;

    private List<AuditEntry> from(String address) {
        var newest = redis.execute("XREVRANGE", "events:audit", "+", "-", "COUNT", "500");
        return StreamSupport.stream(newest.spliterator(), false)
                .map(SignInAuditIT::fact)
                .flatMap(fact -> AuditJson.read(fact).stream())
                .filter(entry -> address.equals(entry.address()))
                .toList()
                .reversed();
    }

    /** An entry of the stream: its id, then names and values in turn. */
    private static String fact(Response entry) {
        var fields = entry.get(1);
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            if (fields.get(i).toString().equals("fact")) {
                return fields.get(i + 1).toString();
            }
        }
        return "";
    }

    @Test
    void signingInAndOutIsRecorded() {
        var address = "192.0.2." + (1 + Math.floorMod(unique().hashCode(), 250));
        var name = "ada" + unique();
        var browser = new Browser().at(address);
        String id = browser.register(name).path("user.id");

        browser.post("/api/auth/logout", Map.of()).then().statusCode(200);

        assertThat(from(address))
                .filteredOn(entry -> id.equals(entry.actor()))
                .extracting(AuditEntry::type)
                .containsExactly("registered", "signed-in", "signed-out");
    }

    @Test
    void aFailureNamesTheAccountButNeverWhatWasTyped() {
        var address = "198.51.100." + (1 + Math.floorMod(unique().hashCode(), 250));
        var name = "ada" + unique();
        String id = new Browser().register(name).path("user.id");
        var stray = "stray" + unique();

        new Browser().at(address).login(name, "not the one").then().statusCode(401);
        new Browser().at(address).login(stray, PASSWORD).then().statusCode(401);
        accounts.change(id, Account.Status.DISABLED, null, Instant.now());
        new Browser().at(address).login(name, PASSWORD).then().statusCode(401);

        var entries = from(address);
        assertThat(entries).extracting(AuditEntry::type).containsOnly("sign-in-failed");
        assertThat(entries)
                .filteredOn(entry -> id.equals(entry.subject()))
                .extracting(entry -> entry.detail().get("reason"))
                .containsExactly("wrong", "disabled");
        assertThat(entries).anySatisfy(entry -> assertThat(entry.subject()).isNull());
        assertThat(entries.toString()).doesNotContain(stray, PASSWORD, "not the one");
    }
}
