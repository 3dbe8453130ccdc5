package io.flotilla.session.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCursorTest {
    @Test
    void readsWhatItWrites() {
        var cursor = new AuditCursor(Instant.parse("2026-03-01T12:00:00.123Z"), "a1b2-c3");

        assertThat(AuditCursor.parse(cursor.text())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "_", "12", "12_", "_id", "x_id", "12_a b", "12_a\u0000", "9999999999999999_id", "-1_id"})
    void readsNothingElse(String text) {
        assertThat(AuditCursor.parse(text)).isEmpty();
    }
}
