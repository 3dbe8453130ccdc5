package io.flotilla.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {
    @Test
    void originsAreNamedOneByOne() {
        assertThat(AllowedOrigins.parse(List.of("https://a.example", " http://localhost:5173 ", "https://[::1]:8443")))
                .containsExactlyInAnyOrder("https://a.example", "http://localhost:5173", "https://[::1]:8443");
        assertThat(AllowedOrigins.parse(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*.example",
                "null",
                "a.example",
                "https://a.example/",
                "https://A.example",
                "https://ada@a.example",
                "https://a.example?x",
                "ftp://a.example",
                "https://",
                ""
            })
    void whatIsNoOriginStopsTheStart(String text) {
        assertThatThrownBy(() -> AllowedOrigins.parse(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cors-origins");
    }
}
