package io.flotilla.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.secret.Secret;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashesTest {
    private static final Argon2Cost COST = new Argon2Cost(64, 1, 1);

    private final Timer timer = new SimpleMeterRegistry().timer("hash");
    private final PasswordHashes hashes = new PasswordHashes(COST, 2, Duration.ofMinutes(1), timer);

    @Test
    void aPasswordMatchesItsHashAndNoOtherDoes() {
        var hash = hashes.hash(Secret.of("three small boats"));

        assertThat(hash.reveal()).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        assertThat(hashes.matches(Secret.of("three small boats"), hash)).isTrue();
        assertThat(hashes.matches(Secret.of("Three small boats"), hash)).isFalse();
        assertThat(hashes.hash(Secret.of("three small boats"))).isNotEqualTo(hash);
    }

    @Test
    void whatOthersHashedIsUnderstood() {
        // By the reference implementation: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32
        var reference =
                Secret.of("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

        assertThat(hashes.matches(Secret.of("password"), reference)).isTrue();
        assertThat(hashes.matches(Secret.of("passwore"), reference)).isFalse();
        assertThat(hashes.isOutdated(reference)).isTrue();
    }

    @Test
    void keyboardsThatWriteALetterDifferentlyMeanTheSame() {
        var hash = hashes.hash(Secret.of("caf\u00e9 au lait"));

        assertThat(hashes.matches(Secret.of("cafe\u0301 au lait"), hash)).isTrue();
    }

    @Test
    void whereThereIsNoHashTheWorkIsTheSameAndTheAnswerNo() {
        hashes.matches(Secret.of("warming up"), null);
        long before = timer.count();

        assertThat(hashes.matches(Secret.of("three small boats"), null)).isFalse();

        assertThat(timer.count()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=9999999,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=64,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            })
    void whatIsNoHashMatchesNothing(String text) {
        assertThat(hashes.matches(Secret.of("password"), Secret.of(text))).isFalse();
        assertThat(hashes.isOutdated(Secret.of(text))).isTrue();
    }

    @Test
    void aHashOfTodaysCostIsNotOutdated() {
        assertThat(hashes.isOutdated(hashes.hash(Secret.of("three small boats"))))
                .isFalse();
    }

    @Test
    void noMoreThanThePlacesHashAtOnce() throws Exception {
        var gate = new HashGate(2, Duration.ofMinutes(1));
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 50; i++) {
                work.add(() -> gate.through(() -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(1000);
                    return inside.decrementAndGet();
                }));
            }
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }

        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void whoWaitsTooLongIsSentAway() throws Exception {
        var gate = new HashGate(1, Duration.ofMillis(1));
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var holder = threads.submit(() -> gate.through(() -> {
                entered.countDown();
                await(leave);
                return 1;
            }));
            entered.await();

            assertThatThrownBy(() -> gate.through(() -> 2)).isInstanceOf(Unavailable.class);

            leave.countDown();
            assertThat(holder.get()).isEqualTo(1);
        }
        assertThat(gate.through(() -> 3)).isEqualTo(3);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
