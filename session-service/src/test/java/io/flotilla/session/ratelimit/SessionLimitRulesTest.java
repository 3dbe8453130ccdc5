package io.flotilla.session.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.kit.limit.LimitClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionLimitRulesTest {
    private final SessionLimitRules rules = new SessionLimitRules();

    @ParameterizedTest
    @CsvSource({
        "GET, /api/session/csrf-token, CSRF",
        "GET, /api/csrf-token, CSRF",
        "GET, /api/vm/csrf-token, CSRF",
        "GET, /api/vm/csrf-token/, CSRF",
        "GET, /api/session/info, INFO",
        "GET, /api/session_state, INFO",
        "GET, /api/session/state, INFO",
        "GET, /api/session/data/theme, INFO",
        "GET, /api/sessions, INFO",
        "GET, /api/platforms, INFO",
        "GET, /api/audit, INFO",
        "POST, /api/session/validate, INFO",
        "POST, /api/session/validate-csrf, INFO",
        "POST, /api/session/heartbeat, INFO",
        "POST, /api/session/extend, WRITES",
        "POST, /api/session/clear, WRITES",
        "POST, /api/session/notify_logout, WRITES",
        "PUT, /api/session/data/theme, WRITES",
        "DELETE, /api/sessions/current, WRITES",
        "POST, /api/platforms, WRITES",
        "POST, /api/switch_platform/1, WRITES",
        "POST, /api/vm/kick, WRITES",
        "POST, /api/vm/ban, WRITES",
        "POST, /api/vm/unban, WRITES",
        "POST, /api/vm/role, WRITES",
        "PUT, /api/vm/k3fw-9dpt-x2mn-7hqa/control, WRITES",
        "GET, /api/vm/k3fw-9dpt-x2mn-7hqa/control, INFO",
    })
    void countsWhatIsNotLimitedOtherwise(String method, String path, LimitClass expected) {
        assertThat(rules.of(method, path)).contains(expected);
    }

    @Test
    void countsNothingElse() {
        assertThat(rules.of("POST", "/api/vm")).isEmpty();
        assertThat(rules.of("POST", "/api/vm/join")).isEmpty();
        assertThat(rules.of("GET", "/api/vm/kick-off")).isEmpty();
        assertThat(rules.of("POST", "/internal/vm-sessions/k3fw/kick")).isEmpty();
        assertThat(rules.of("GET", "/")).isEmpty();
        assertThat(rules.of("GET", "/api/health")).isEmpty();
        assertThat(rules.of("POST", "/internal/user-sessions")).isEmpty();
        assertThat(rules.of("GET", "/api/sessionsomething")).isEmpty();
    }
}
