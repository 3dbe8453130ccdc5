package io.flotilla.vmbroker.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeatsTest {
    @Test
    void givesAsManySeatsAsThereAreHoweverManyAskAtOnce() throws InterruptedException {
        var seats = new Seats(7);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> asking = seats::tryTake;
            var answers = threads.invokeAll(
                    IntStream.range(0, 500).mapToObj(_ -> asking).toList());

            assertThat(answers.stream().filter(answer -> answer.resultNow()).count())
                    .isEqualTo(7);
        }
        seats.release();
        assertThat(seats.tryTake()).isTrue();
        assertThat(seats.tryTake()).isFalse();
    }

    @Test
    void countsOneSeatForFourHundredMegabytesWithinReason() {
        assertThat(Seats.byMemory(0)).isEqualTo(1);
        assertThat(Seats.byMemory(1L << 30)).isEqualTo(2);
        assertThat(Seats.byMemory(1L << 40)).isEqualTo(16);
    }

    @Test
    void refusesToHaveNoSeatAtAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Seats(0)).withMessageContaining("capacity");
    }
}
