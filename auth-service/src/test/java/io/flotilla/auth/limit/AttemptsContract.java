package io.flotilla.auth.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every counter promises; ten attempts within a minute. */
abstract class AttemptsContract {
    private final String address = UUID.randomUUID().toString();

    abstract Attempts attempts();

    @Test
    void theEleventhAttemptWaits() {
        for (int i = 0; i < 10; i++) {
            assertThat(attempts().take("name", address)).isEmpty();
        }

        assertThat(attempts().take("name", address))
                .hasValueSatisfying(wait -> assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1)));
    }

    @Test
    void rightAttemptsCostNothing() {
        for (int i = 0; i < 30; i++) {
            assertThat(attempts().take("name", address)).isEmpty();
            attempts().giveBack("name", address);
        }
    }

    @Test
    void anotherNameOrAddressIsAnotherMatter() {
        for (int i = 0; i < 11; i++) {
            attempts().take("name", address);
        }

        assertThat(attempts().take("other", address)).isEmpty();
        assertThat(attempts().take("name", address + "x")).isEmpty();
    }

    @Test
    void parallelAttemptsExceedNothing() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = Stream.generate(() -> (Callable<Boolean>)
                            () -> attempts().take("many", address).isEmpty())
                    .limit(50)
                    .toList();
            int taken = 0;
            for (var attempt : threads.invokeAll(tries)) {
                taken += attempt.get() ? 1 : 0;
            }

            assertThat(taken).isEqualTo(10);
        }
    }

    @Test
    void everyAllowanceHasItsOwnMeasure() {
        var few = new Allowance("few", 2, Duration.ofHours(1));
        var more = new Allowance("more", 3, Duration.ofHours(1));
        for (int i = 0; i < 2; i++) {
            assertThat(attempts().take(few, address)).isEmpty();
            assertThat(attempts().take(more, address)).isEmpty();
        }

        assertThat(attempts().take(few, address))
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(Duration.ofMinutes(30)));
        assertThat(attempts().take(more, address)).isEmpty();
        attempts().giveBack(few, address);
        assertThat(attempts().take(few, address)).isEmpty();
    }
}
