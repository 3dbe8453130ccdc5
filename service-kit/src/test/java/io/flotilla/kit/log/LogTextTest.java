package io.flotilla.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u000b", "\u001b[2J", "\u0000", "\u202e"})
    void nothingStartsALineOrPlaysWithTheTerminal(String unfit) {
        var clean = LogText.clean("user bob" + unfit + "12:00:00 INFO all is well");

        assertThat(clean).startsWith("user bob").endsWith("all is well").doesNotContain(unfit);
        assertThat(clean.lines()).hasSize(1);
        assertThat(LogText.clean(clean)).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Authorization: Bearer abc.def-ghi | Authorization: Bearer ***
            {"authorization":"Basic YWRhOnNlY3JldA=="} | {"authorization":"Basic ***"}
            key sk_0123456789abcdefghij refused | key sk_*** refused
            rt_0123456789abcdefghij, tk_0123456789abcdefghij | rt_***, tk_***
            token eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJhIn0.c2ln! | token eyJ***!
            Cookie: a=b; __Host-flotilla=topsecret; c=d | Cookie: a=b; __Host-flotilla=***; c=d
            Cookie: flotilla=topsecret | Cookie: flotilla=***
            GET /sessions/events?ticket=abc&x=1 | GET /sessions/events?ticket=***&x=1
            GET /cb?code=abc&state=def#top | GET /cb?code=***&state=***#top
            """)
    void secretsAreHidden(String raw, String clean) {
        assertThat(LogText.clean(raw)).isEqualTo(clean);
        assertThat(LogText.clean(clean)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "listening on http://localhost:8080/?page=2",
                "a task_12345 of disk_0123456789",
                "grüße aus 東京 🚢",
                "$1 \\1 costs"
            })
    void everythingElseStays(String text) {
        assertThat(LogText.clean(text)).isEqualTo(text);
    }

    @Test
    void whatIsTooLongIsCut() {
        assertThat(LogText.clean("x".repeat(1_000_000))).hasSize(16_385);
    }
}
