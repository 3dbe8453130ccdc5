package io.flotilla.systemtests.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LedgerTest {
    private final Ledger ledger = new Ledger();

    @Test
    void sendersCountForThemselves() {
        hear("ada", 1, 2);
        hear("ben", 1);
        hear("ada", 3);

        assertThat(ledger.isSpotless()).isTrue();
        assertThat(ledger.heard()).isEqualTo(4);
        assertThat(ledger.newest("ada")).isEqualTo(3);
    }

    @Test
    void whatIsMissingIsSkipped() {
        hear("ada", 1, 4);

        assertThat(ledger.skipped()).isEqualTo(2);
    }

    @Test
    void whatComesTwiceInARowIsDoubled() {
        hear("ada", 1, 2, 2);

        assertThat(ledger.doubled()).isEqualTo(1);
        assertThat(ledger.heard()).isEqualTo(2);
    }

    @Test
    void whatComesAfterALaterOneIsOutOfOrder() {
        hear("ada", 1, 3, 2);

        assertThat(ledger.outOfOrder()).isEqualTo(1);
        assertThat(ledger.isSpotless()).isFalse();
    }

    @Test
    void otherTextsAreNobodysMessages() {
        ledger.hear("hello");

        assertThat(ledger.heard()).isZero();
    }

    private void hear(String sender, long... numbers) {
        LongStream.of(numbers).forEach(number -> ledger.hear(Ledger.text(sender, number)));
    }
}
