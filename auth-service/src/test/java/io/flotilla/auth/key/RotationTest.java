package io.flotilla.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LIFE = Duration.ofMinutes(15);
    private final Rotation rotation = new Rotation(Duration.ofDays(90), Duration.ofMinutes(30), LIFE);

    private static SigningKey key(String id, Rotation.Dates dates) {
        var pair = Ed25519.generate();
        return new SigningKey(id, pair.getPublic(), pair.getPrivate(), dates.notBefore(), dates.retireAt());
    }

    @Test
    void theFirstKeySignsAtOnce() {
        var dates = rotation.due(List.of(), START).orElseThrow();

        assertThat(dates.notBefore()).isEqualTo(START);
    }

    @Test
    void nothingIsDueWhileTheKeyIsYoung() {
        var first = key("a", rotation.due(List.of(), START).orElseThrow());

        assertThat(rotation.due(List.of(first), START.plus(Duration.ofDays(89))))
                .isEmpty();
    }

    @Test
    void aSuccessorIsPublishedBeforeItSigns() {
        var first = key("a", rotation.due(List.of(), START).orElseThrow());
        var day90 = START.plus(Duration.ofDays(90)).minus(Duration.ofMinutes(30));

        var second = key("b", rotation.due(List.of(first), day90).orElseThrow());

        assertThat(second.notBefore()).isEqualTo(day90.plus(Duration.ofMinutes(30)));
        assertThat(rotation.signing(List.of(first, second), day90)).contains(first);
        assertThat(second.isPublished(day90)).isTrue();
        assertThat(rotation.signing(List.of(first, second), second.notBefore())).contains(second);
        assertThat(rotation.due(List.of(first, second), day90)).isEmpty();
    }

    @Test
    void theOldKeyStaysPublishedUntilItsLastTokenHasExpired() {
        var first = key("a", rotation.due(List.of(), START).orElseThrow());
        var takeover = START.plus(Duration.ofDays(90));

        assertThat(first.isPublished(takeover.plus(LIFE))).isTrue();
    }

    @Test
    void atAnyTimeOfTwoYearsThereIsAKeyAndItsTokensCanBeVerifiedToTheirEnd() {
        var keys = new ArrayList<SigningKey>();
        for (var now = START; now.isBefore(START.plus(Duration.ofDays(730))); now = now.plus(Duration.ofMinutes(10))) {
            var at = now;
            rotation.due(keys, at).ifPresent(dates -> keys.add(key("k" + keys.size(), dates)));

            var signing = rotation.signing(keys, at).orElseThrow();
            assertThat(signing.isPublished(at.plus(LIFE))).isTrue();
        }
        assertThat(keys).hasSizeBetween(8, 10);
    }

    @Test
    void afterALongSleepANewKeySignsAtOnce() {
        var first = key("a", rotation.due(List.of(), START).orElseThrow());
        var muchLater = START.plus(Duration.ofDays(400));

        assertThat(rotation.due(List.of(first), muchLater).orElseThrow().notBefore())
                .isEqualTo(muchLater);
    }

    @Test
    void rotatingFasterThanKeysSpreadIsRefused() {
        assertThatThrownBy(() -> new Rotation(Duration.ofMinutes(40), Duration.ofMinutes(30), LIFE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
