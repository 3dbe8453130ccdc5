package io.flotilla.kit.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every stream of facts promises. */
abstract class FactStreamContract {
    final String stream = "test:" + UUID.randomUUID();

    abstract FactStream facts();

    @Test
    void factsArriveInOrderAlsoThoseFromBeforeTheGroup() {
        IntStream.range(0, 50).forEach(i -> facts().publish(stream, "{\"n\":" + i + "}"));
        var seen = new CopyOnWriteArrayList<String>();

        try (var _ = facts().subscribe(stream, "group", seen::add)) {
            IntStream.range(50, 60).forEach(i -> facts().publish(stream, "{\"n\":" + i + "}"));

            await().until(() -> seen.size() == 60);
        }
        assertThat(seen)
                .isEqualTo(IntStream.range(0, 60)
                        .mapToObj(i -> "{\"n\":" + i + "}")
                        .toList());
    }

    @Test
    void everyGroupGetsEveryFact() {
        var one = new CopyOnWriteArrayList<String>();
        var two = new CopyOnWriteArrayList<String>();

        try (var _ = facts().subscribe(stream, "one", one::add);
                var _ = facts().subscribe(stream, "two", two::add)) {
            facts().publish(stream, "{}");

            await().until(() -> one.size() == 1 && two.size() == 1);
        }
    }

    @Test
    void aGroupGoesOnWhereItStopped() {
        var before = new CopyOnWriteArrayList<String>();
        try (var _ = facts().subscribe(stream, "group", before::add)) {
            facts().publish(stream, "1");
            await().until(() -> before.equals(List.of("1")));
        }
        facts().publish(stream, "2");

        var after = new CopyOnWriteArrayList<String>();
        try (var _ = facts().subscribe(stream, "group", after::add)) {
            await().until(() -> after.equals(List.of("2")));
        }
    }

    @Test
    void aFactThatCouldNotBeHandledComesAgain() {
        var tries = new AtomicInteger();
        var seen = new CopyOnWriteArrayList<String>();

        try (var _ = facts().subscribe(stream, "group", fact -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
            seen.add(fact);
        })) {
            facts().publish(stream, "1");
            facts().publish(stream, "2");

            await().until(() -> seen.equals(List.of("1", "2")));
        }
    }

    @Test
    void closingWaitsForTheHandlerAtWork() throws InterruptedException {
        var started = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var done = new AtomicInteger();
        var subscription = facts().subscribe(stream, "group", fact -> {
            started.countDown();
            awaitUninterruptibly(finish);
            done.incrementAndGet();
        });
        facts().publish(stream, "1");
        started.await();

        var closing = Thread.ofVirtual().start(subscription::close);
        finish.countDown();
        closing.join();

        assertThat(done).hasValue(1);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
