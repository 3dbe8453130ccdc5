package io.flotilla.auth.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/room/abc", "/account?tab=keys&x=%2F#top", "/a//b"})
    void aPathOfOursStays(String path) {
        assertThat(ReturnTo.checked(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "", "room", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example",
                "https://evil.example", "javascript:alert(1)", "/\t/evil.example", "/\n/evil.example", "/ü", "/a b",
                "/\r\nSet-Cookie: a=b", "/\"><script>"
            })
    void anythingElseIsTheFirstPage(@Nullable String path) {
        assertThat(ReturnTo.checked(path)).isEqualTo("/");
    }

    @org.junit.jupiter.api.Test
    void aPathHasAnEnd() {
        assertThat(ReturnTo.checked("/" + "a".repeat(2000))).isEqualTo("/");
    }
}
