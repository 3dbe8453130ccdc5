package io.flotilla.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.auth.account.Broken;
import io.flotilla.kit.secret.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static Optional<String> rule(String password) {
        return PasswordRules.broken("password", Secret.of(password), "ada.lovelace", "countess@example.org")
                .map(Broken::rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"three small boats", "p@ssw0rd-of-ada", "пароль с пробелами", "ada.lovelace2", "        x y"})
    void theseWillDo(String password) {
        assertThat(rule(password)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',required",
        "seven77,too_short",
        "ADA.Lovelace,like_name",
        "Countess@Example.org,like_name",
        "countess,like_name",
        "password,common",
        "PassWord123,common",
        "ｐａｓｓｗｏｒｄ,common",
        "aaaaaaaaaaaa,common",
        "abababababab,common",
    })
    void theseWillNot(String password, String rule) {
        assertThat(rule(password)).contains(rule);
    }

    @Test
    void itsLengthIsCountedInCharactersAsPeopleSeeThem() {
        assertThat(rule("😀😁😂😃😄😅😆")).contains("too_short");
        assertThat(rule("😀😁😂😃😄😅😆😇")).isEmpty();
        assertThat(rule("abc".repeat(85) + "d")).isEmpty();
        assertThat(rule("abc".repeat(85) + "de")).contains("too_long");
        assertThat(PasswordRules.isPossible(Secret.of("x".repeat(257)))).isFalse();
        assertThat(PasswordRules.isPossible(Secret.of("😀".repeat(256)))).isTrue();
    }

    @Test
    void aMissingOneIsRequired() {
        assertThat(PasswordRules.broken("new_password", null, "ada", null))
                .contains(new Broken("new_password", "required", "A password is needed"));
    }
}
