package io.flotilla.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada.lovelace", "a_b-c", "7of9", "Żółć", "Ωμέγα", "日本語", "ａｄａ"})
    void theseAreNames(String name) {
        assertThat(AccountRules.username(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "''|required",
                "al|too_short",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|too_long",
                "a b|characters",
                ".ada|characters",
                "ada@x|characters",
                "a/d/a|characters",
                "ada\u202e|characters",
                "a\u0000da|characters",
                "😀😀😀|characters",
            },
            delimiter = '|')
    void theseAreNot(String name, String rule) {
        assertThat(AccountRules.username(name)).map(Broken::rule).contains(rule);
    }

    @Test
    void aNameIsMeasuredAsItIsKept() {
        // One character that NFKC makes eighteen of.
        assertThat(AccountRules.username("\ufdfa\ufdfa")).map(Broken::rule).contains("too_long");
        assertThat(AccountRules.username("a".repeat(100_000))).map(Broken::rule).contains("too_long");
        assertThat(AccountRules.username(null)).map(Broken::rule).contains("required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "ada@example.org", "ada+tag@mail.example.org", "ada@bücher.example"})
    void theseAreAddresses(String email) {
        assertThat(AccountRules.email(email)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "@b", "a@", "a@b@c", "a b@c", "a@b..c", "a@-b", "a@b.", "a\n@b", "<a>@b", "a@b,c@d"})
    void theseAreNoAddresses(String email) {
        assertThat(AccountRules.email(email)).map(Broken::rule).contains("format");
    }

    @Test
    void anAddressEndsAt254() {
        assertThat(AccountRules.email("a@" + "b".repeat(252))).isEmpty();
        assertThat(AccountRules.email("a@" + "b".repeat(253))).map(Broken::rule).contains("too_long");
    }

    @ParameterizedTest
    @CsvSource({"ADA,ada", "ａｄａ,ada", "Straße,STRASSE", "ΣΊΣΥΦΟΣ,σίσυφος", "ﬁn,FIN", "Å,A\u030A"})
    void namesThatReadAlikeAreTheSame(String one, String other) {
        assertThat(Names.key(one)).isEqualTo(Names.key(other));
    }
}
