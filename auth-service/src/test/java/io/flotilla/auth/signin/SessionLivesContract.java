package io.flotilla.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.auth.account.Account;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everybody who opens and ends sessions promises. */
abstract class SessionLivesContract {
    private static final SignInContext BROWSER =
            new SignInContext("password", null, false, "Test/1", "en", "192.0.2.1");
    private static final SignInContext PROGRAM = new SignInContext("basic", null, true, null, null, "192.0.2.1");

    private final Account ada =
            Account.fresh(UUID.randomUUID().toString(), "ada", null, Set.of(Account.USER), Instant.EPOCH);

    abstract SessionLives sessions();

    @Test
    void aBrowserGetsACookieAndItsCsrfToken() {
        var opened = sessions().open(ada, BROWSER);

        assertThat(opened.setCookie()).isNotNull();
        assertThat(opened.csrfToken()).isNotNull().satisfies(token -> assertThat(opened.csrfHash())
                .isEqualTo(token.sha256Base64Url()));
        assertThat(opened.roles()).containsExactly(Account.USER);
        assertThat(opened.group()).isNotEmpty();
    }

    @Test
    void aProgramGetsNeither() {
        var opened = sessions().open(ada, PROGRAM);

        assertThat(opened.setCookie()).isNull();
        assertThat(opened.csrfToken()).isNull();
        assertThat(opened.csrfHash()).isNull();
    }

    @Test
    void allSessionsEndButTheOneThatIsSpared() {
        var spared = sessions().open(ada, BROWSER).sessionId();
        var one = sessions().open(ada, BROWSER).sessionId();
        var two = sessions().open(ada, PROGRAM).sessionId();

        assertThat(sessions().endAll(ada.id(), spared, EndReason.DISABLED)).containsExactlyInAnyOrder(one, two);
        assertThat(sessions().endAll(ada.id(), null, EndReason.DISABLED)).containsExactly(spared);
        assertThat(sessions().endAll(ada.id(), null, EndReason.DISABLED)).isEmpty();
    }

    @Test
    void oneSessionEndsHoweverOftenItIsAsked() {
        var one = sessions().open(ada, BROWSER).sessionId();

        for (int i = 0; i < 2; i++) {
            assertThat(sessions().end(one, EndReason.SIGNED_OUT).reveal()).contains("Max-Age=0");
        }

        assertThat(sessions().endAll(ada.id(), null, EndReason.DISABLED)).isEmpty();
    }
}
