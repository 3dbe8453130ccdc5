package io.flotilla.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;

class ColoursTest {
    @Test
    void whiteTextCanBeReadOnEveryColour() {
        assertThat(Colours.ALL)
                .doesNotHaveDuplicates()
                .allSatisfy(colour ->
                        assertThat(1.05 / (luminance(colour) + 0.05)).as(colour).isGreaterThanOrEqualTo(4.5));
    }

    @Test
    void aParticipantAlwaysHasTheSameColour() {
        assertThat(Colours.of("k3fw-9dpt-x2mn-7hqa")).isEqualTo(Colours.of("k3fw-9dpt-x2mn-7hqa"));
    }

    @Test
    void participantsSpreadOverAllColours() {
        var counts = new HashMap<String, Integer>();
        for (int i = 0; i < 2000; i++) {
            counts.merge(Colours.of("participant-" + i), 1, Integer::sum);
        }

        assertThat(counts).hasSize(Colours.ALL.size());
        assertThat(counts.values()).allMatch(count -> count < 200);
    }

    /** WCAG 2: relative luminance. */
    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        var value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
