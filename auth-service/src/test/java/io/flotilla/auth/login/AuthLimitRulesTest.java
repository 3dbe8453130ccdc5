package io.flotilla.auth.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.kit.limit.LimitClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthLimitRulesTest {
    private final AuthLimitRules rules = new AuthLimitRules();

    @ParameterizedTest
    @CsvSource({
        "POST,/api/auth/register,SIGN_IN",
        "POST,/api/auth/login,SIGN_IN",
        "POST,/api/auth/password,SIGN_IN",
        "GET,/api/auth/oidc/google,SIGN_IN",
        "POST,/api/auth/logout,WRITES",
        "POST,/api/auth/logout-all,WRITES",
        "POST,/api/auth/ticket,WRITES",
        "POST,/api/auth/api-keys,WRITES",
        "DELETE,/api/auth/api-keys/1,WRITES",
        "PUT,/api/auth/users/1,WRITES",
        "GET,/api/auth/me,INFO",
        "GET,/api/auth/methods,INFO",
        "GET,/api/auth/users,INFO",
        "GET,/api/auth/api-keys,INFO",
    })
    void routesCountAsThese(String method, String path, LimitClass limitClass) {
        assertThat(rules.of(method, path)).contains(limitClass);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/api/auth/token",
        "GET,/api/auth/oidc/google/callback",
        "GET,/.well-known/jwks.json",
        "POST,/internal/tokens/exchange",
    })
    void theseDoNotCountByTheirPath(String method, String path) {
        assertThat(rules.of(method, path)).isEmpty();
    }
}
