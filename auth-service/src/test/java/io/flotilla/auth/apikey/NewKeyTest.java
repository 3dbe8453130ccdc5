package io.flotilla.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewKeyTest {
    @Test
    void aNameIsEnough() {
        assertThat(new NewKey("x", null, null).wrong()).isNull();
        assertThat(new NewKey("✈".repeat(64), "acme.example:eu-1@x_y", 365).wrong())
                .isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "line\nbreak"})
    void aNameCanBeShown(@Nullable String name) {
        assertThat(new NewKey(name, null, null).wrong())
                .isEqualTo(new NewKey.Wrong("name", "1 to 64 printable characters"));
    }

    @Test
    void aNameIsShort() {
        assertThat(new NewKey("✈".repeat(65), null, null).wrong()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"tenant,''", "tenant,with space", "tenant,a/b", "expires_in_days,0", "expires_in_days,366"})
    void theFieldThatBreaksARuleIsNamed(String field, String value) {
        var wish =
                field.equals("tenant") ? new NewKey("x", value, null) : new NewKey("x", null, Integer.valueOf(value));

        assertThat(wish.wrong()).extracting(NewKey.Wrong::field).isEqualTo(field);
    }
}
