package io.flotilla.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RowTest {
    @Test
    void percentilesAreMeasuredValues() {
        var row = Row.of(
                "x",
                "ms",
                IntStream.rangeClosed(1, 20).mapToObj(i -> (double) i).toList().reversed());

        assertThat(row.n()).isEqualTo(20);
        assertThat(row.p50()).isEqualTo(10);
        assertThat(row.p95()).isEqualTo(19);
    }

    @Test
    void oneValueIsItsOwnPercentileAndNoneIsNone() {
        assertThat(Row.of("x", "ms", List.of(7.0)).p95()).isEqualTo(7);
        assertThat(Row.of("x", "ms", List.of()).p50()).isNaN();
        assertThat(Row.of("x", "ms", 7.0).p95()).isNaN();
    }

    @Test
    void unsortedValuesAreAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> Row.percentile(new double[] {2, 1}, 50));
    }
}
