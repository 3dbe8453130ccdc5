package io.flotilla.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.systemtests.visitor.Colour;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The instruments tell the truth: they are first held to a page that is not shared at all. */
@Order(1)
final class InstrumentsScenario extends Scenario {
    @Test
    void theBarcodeIsReadAndAdvancesAndTheToneIsHeard() {
        var picture = visitor().player(pages().visit().url("moving.html?tone"));

        patiently().until(() -> picture.barcode().isPresent());
        var first = picture.barcode().orElseThrow();
        patiently().until(() -> picture.barcode().orElseThrow().counter() != first.counter());
        patiently().until(() -> picture.sound().orElseThrow().is(440));
        assertThat(first.age()).isBetween(0L, 1000L);
        assertThat(picture.shows(Colour.RED)).isFalse();
    }

    @Test
    void silenceIsSilence() {
        var picture = visitor().player(pages().visit().url("moving.html"));

        patiently().until(() -> picture.barcode().isPresent());
        assertThat(picture.sound()).isEmpty();
    }
}
