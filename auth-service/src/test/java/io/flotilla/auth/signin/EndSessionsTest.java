package io.flotilla.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import io.flotilla.auth.account.InMemoryAccounts;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.secret.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndSessionsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final SignInContext PROGRAM = new SignInContext("basic", null, true, null, null, "192.0.2.1");

    private final Accounts accounts = new InMemoryAccounts();
    private final InMemorySessionLives sessions = new InMemorySessionLives(InstantSource.fixed(NOW));
    private final Account ada = Account.fresh("ada-id", "ada", null, Set.of(Account.USER), NOW);
    private final List<String> told = new ArrayList<>();
    private boolean away;

    private final EndSessions ending = new EndSessions(accounts, sessions, List.of((userId, reason) -> {
        if (away) {
            throw new Unavailable("away");
        }
        told.add(userId + " " + reason.wire());
    }));

    EndSessionsTest() {
        accounts.add(ada, Secret.of("hash"));
        sessions.open(ada, PROGRAM);
        accounts.changePassword("ada-id", 0, Secret.of("other"), NOW);
    }

    private OverdueEndings overdue(Instant now) {
        return new OverdueEndings(accounts, ending, InstantSource.fixed(now));
    }

    @Test
    void everythingOfTheUserEndsAndIsStruckOut() {
        ending.now(accounts.endings(NOW.plusSeconds(1), 1).getFirst());

        assertThat(sessions.living()).isEmpty();
        assertThat(told).containsExactly("ada-id password-changed");
        assertThat(accounts.endings(NOW.plusSeconds(1), 1)).isEmpty();
    }

    @Test
    void whatFailedIsDoneLater() {
        away = true;
        assertThatThrownBy(
                        () -> ending.now(accounts.endings(NOW.plusSeconds(1), 1).getFirst()))
                .isInstanceOf(Unavailable.class);
        overdue(NOW.plusSeconds(60)).sweep();
        assertThat(sessions.living()).hasSize(1);

        away = false;
        overdue(NOW.plusSeconds(60)).sweep();

        assertThat(sessions.living()).isEmpty();
        assertThat(accounts.endings(NOW.plusSeconds(60), 1)).isEmpty();
    }

    @Test
    void aFreshChangeIsLeftToWhoMadeIt() {
        overdue(NOW.plusSeconds(1)).sweep();

        assertThat(sessions.living()).hasSize(1);
    }
}
