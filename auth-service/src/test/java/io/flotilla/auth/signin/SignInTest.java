package io.flotilla.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import io.flotilla.auth.account.InMemoryAccounts;
import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.AuditEntry;
import io.flotilla.kit.audit.AuditTrail;
import io.flotilla.kit.audit.InMemoryAuditTrail;
import io.flotilla.kit.id.SequentialIds;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.secret.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final SignInContext BROWSER =
            new SignInContext("password", null, false, "Test/1", "en", "192.0.2.1");

    private final Accounts accounts = new InMemoryAccounts();
    private final InMemorySessionLives sessions = new InMemorySessionLives(InstantSource.fixed(NOW));
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final Account ada = Account.fresh("ada-id", "ada", null, Set.of(Account.USER), NOW);

    SignInTest() {
        accounts.add(ada, Secret.of("hash"));
    }

    private SignIn signIn(SessionLives lives, AuditTrail trail) {
        var entries = new AuditEntries(new SequentialIds(), InstantSource.fixed(NOW));
        return new SignIn(accounts, lives, entries, trail, new SimpleMeterRegistry());
    }

    @Test
    void aSessionIsOpenedAndRecorded() {
        var result = signIn(sessions, audit).signIn(ada, BROWSER);

        assertThat(result).isInstanceOfSatisfying(SignInResult.SignedIn.class, signedIn -> {
            assertThat(signedIn.account()).isEqualTo(ada);
            assertThat(sessions.living()).containsExactly(signedIn.session().sessionId());
        });
        assertThat(audit.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo("signed-in");
            assertThat(entry.actor()).isEqualTo("ada-id");
            assertThat(entry.actorName()).isEqualTo("ada");
            assertThat(entry.address()).isEqualTo("192.0.2.1");
            assertThat(entry.detail()).isEqualTo(Map.of("method", "password"));
        });
    }

    @Test
    void aDisabledAccountGetsNone() {
        var disabled =
                ((Accounts.Change.Changed) accounts.change("ada-id", Account.Status.DISABLED, null, NOW)).after();

        assertThat(signIn(sessions, audit).signIn(disabled, BROWSER)).isEqualTo(new SignInResult.Refused());
        assertThat(sessions.living()).isEmpty();
    }

    /** The password check saw the account as it was before somebody else changed it. */
    @Test
    void anAccountThatChangedMeanwhileGetsNone() {
        accounts.changePassword("ada-id", 0, Secret.of("other"), NOW);

        assertThat(signIn(sessions, audit).signIn(ada, BROWSER)).isEqualTo(new SignInResult.Refused());
        assertThat(sessions.living()).isEmpty();
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void anAccountDisabledWhileTheSessionOpensLosesIt() {
        var late = new SessionLives() {
            @Override
            public OpenedSession open(Account account, SignInContext context) {
                var opened = sessions.open(account, context);
                accounts.change("ada-id", Account.Status.DISABLED, null, NOW);
                return opened;
            }

            @Override
            public Secret end(String sessionId, EndReason reason) {
                return sessions.end(sessionId, reason);
            }

            @Override
            public List<String> endAll(String userId, @Nullable String except, EndReason reason) {
                return sessions.endAll(userId, except, reason);
            }
        };

        assertThat(signIn(late, audit).signIn(ada, BROWSER)).isEqualTo(new SignInResult.Refused());
        assertThat(sessions.living()).isEmpty();
    }

    @Test
    void whatCannotBeRecordedDoesNotHappen() {
        AuditTrail away = (AuditEntry entry) -> {
            throw new Unavailable("away");
        };

        assertThatThrownBy(() -> signIn(sessions, away).signIn(ada, BROWSER)).isInstanceOf(Unavailable.class);
        assertThat(sessions.living()).isEmpty();
    }
}
