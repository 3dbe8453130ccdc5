package io.flotilla.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What everything that counts calls promises. */
abstract class LimitsContract {
    final String key = "s:" + UUID.randomUUID();

    /** As one node sees it; every call may give another node of the same installation. */
    abstract Limits limits();

    @Test
    void callsPassUntilTheLimitAndThenNoMore() {
        var limits = limits();
        for (int left = 2; left >= 0; left--) {
            var counted = limits.count(LimitClass.WRITES, key, 3);

            assertThat(counted.refused()).isFalse();
            assertThat(counted.remaining()).isEqualTo(left);
            assertThat(counted.limit()).isEqualTo(3);
            assertThat(counted.resetSeconds()).isBetween(1L, 60L);
        }
        for (int i = 0; i < 3; i++) {
            var counted = limits.count(LimitClass.WRITES, key, 3);

            assertThat(counted.refused()).isTrue();
            assertThat(counted.remaining()).isZero();
        }
    }

    @Test
    void anotherKeyAndAnotherClassAreCountedApart() {
        assertThat(limits().count(LimitClass.WRITES, key, 1).refused()).isFalse();
        assertThat(limits().count(LimitClass.WRITES, key + "x", 1).refused()).isFalse();
        assertThat(limits().count(LimitClass.SIGN_IN, key, 1).refused()).isFalse();
        assertThat(limits().count(LimitClass.WRITES, key, 1).refused()).isTrue();
    }

    @Test
    void ofManyAtOnceOnTwoNodesExactlyTheLimitPasses() throws Exception {
        var nodes = new Limits[] {limits(), limits()};
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<java.util.concurrent.Future<Counted>>();
            for (int i = 0; i < 50; i++) {
                var node = nodes[i % 2];
                Callable<Counted> call = () -> {
                    start.await();
                    return node.count(LimitClass.SIGN_IN, key, 20);
                };
                calls.add(threads.submit(call));
            }
            start.countDown();
            var remaining = new ArrayList<Integer>();
            for (var call : calls) {
                if (!call.get().refused()) {
                    remaining.add(call.get().remaining());
                }
            }

            assertThat(remaining).hasSize(20).doesNotHaveDuplicates();
        }
    }
}
