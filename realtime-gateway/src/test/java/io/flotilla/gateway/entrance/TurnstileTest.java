package io.flotilla.gateway.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    @Test
    void neverMoreThanSoManyAreInsideAndEverybodyGetsThere() throws Exception {
        var turnstile = new Turnstile(4, Duration.ofMinutes(1));
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var tasks = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 500; i++) {
            tasks.add(() -> turnstile
                    .pass(() -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        return inside.decrementAndGet() >= 0;
                    })
                    .isPresent());
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> passed : executor.invokeAll(tasks)) {
                assertThat(passed.get()).isTrue();
            }
        }

        assertThat(most).hasValueLessThanOrEqualTo(4);
        assertThat(turnstile.waiting()).isZero();
    }

    @Test
    void whoWaitsTooLongGoesAwayAndTheNextOneIsNotHeldUp() throws Exception {
        var turnstile = new Turnstile(1, Duration.ofMillis(50));
        var taken = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = executor.submit(() -> turnstile.pass(() -> {
                taken.countDown();
                return waited(leave);
            }));
            taken.await();

            assertThat(turnstile.pass(() -> "never")).isEmpty();

            leave.countDown();
            assertThat(slow.get()).isPresent();
        }
        assertThat(turnstile.pass(() -> "now")).contains("now");
    }

    @Test
    void whoStumblesLeavesTheWayFree() {
        var turnstile = new Turnstile(1, Duration.ofMillis(50));

        assertThatThrownBy(() -> turnstile.pass(() -> {
                    throw new IllegalStateException("scripted");
                }))
                .hasMessage("scripted");

        assertThat(turnstile.pass(() -> "now")).contains("now");
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
