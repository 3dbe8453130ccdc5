package io.flotilla.gateway.roomlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every log of rooms promises. */
abstract class RoomLogContract {
    private final String room = "vms-" + UUID.randomUUID();

    /** One node's way to the log; both see the same. */
    abstract RoomLog here();

    abstract RoomLog there();

    /** So many entries are kept. */
    static final int KEPT = 20;

    /** The store loses what it has. */
    abstract void forget();

    @Test
    void entriesStandInTheOrderOfAppendingOnAllNodes() {
        var start = here().head(room);
        var first = here().append(room, "a", "said", "{\"n\":1}");
        var second = there().append(room, "b", "said", "{\"n\":2}");

        assertThat(first).isEqualTo(new Position(start.epoch(), 1));
        assertThat(second.follows(first)).isTrue();
        assertThat(there().since(room, start))
                .isEqualTo(new Tail.Whole(
                        List.of(
                                new LogEntry(first, "a", "said", "{\"n\":1}"),
                                new LogEntry(second, "b", "said", "{\"n\":2}")),
                        second));
    }

    @Test
    void anIdIsAppendedOnce() {
        var start = here().head(room);
        var first = here().append(room, "a", "said", "{}");
        here().append(room, "b", "said", "{}");

        assertThat(there().append(room, "a", "said", "{\"again\":true}")).isEqualTo(first);
        assertThat(here().since(room, start))
                .isInstanceOfSatisfying(Tail.Whole.class, tail -> assertThat(tail.entries())
                        .extracting(LogEntry::id)
                        .containsExactly("a", "b"));
    }

    @Test
    void nothingCameAfterTheHead() {
        here().append(room, "a", "said", "{}");
        var head = here().head(room);

        assertThat(there().since(room, head)).isEqualTo(new Tail.Whole(List.of(), head));
    }

    @Test
    void whatIsNoLongerKeptIsLostAndSaidSo() {
        var start = here().head(room);
        var second = start;
        for (int i = 0; i < KEPT + 2; i++) {
            var position = here().append(room, "id-" + i, "said", "{}");
            second = i == 1 ? position : second;
        }

        assertThat(here().since(room, start)).isInstanceOf(Tail.Lost.class);
        assertThat(here().since(room, second))
                .isInstanceOfSatisfying(
                        Tail.Whole.class, tail -> assertThat(tail.entries()).hasSize(KEPT));
    }

    @Test
    void anOldPositionDoesNotPassForANewOneAfterALoss() {
        here().append(room, "a", "said", "{}");
        var before = here().append(room, "b", "said", "{}");
        forget();
        there().append(room, "c", "said", "{}");
        there().append(room, "d", "said", "{}");
        there().append(room, "e", "said", "{}");

        assertThat(here().since(room, before)).isInstanceOf(Tail.Lost.class);
        assertThat(here().head(room).epoch()).isNotEqualTo(before.epoch());
    }

    @Test
    void aPositionAheadOfTheLogIsLost() {
        var head = here().append(room, "a", "said", "{}");

        assertThat(here().since(room, new Position(head.epoch(), head.offset() + 1)))
                .isInstanceOf(Tail.Lost.class);
    }

    @Test
    void roomsHaveNothingToDoWithOneAnother() {
        var start = here().head(room);
        here().append(room + "-other", "a", "said", "{}");

        assertThat(here().since(room, start)).isEqualTo(new Tail.Whole(List.of(), start));
    }

    @Test
    void whoListensHearsEntriesInOrderAndWhatIsPassed() {
        var ear = new Recorder();
        var listening = there().listen(room, ear);
        await().atMost(Duration.ofSeconds(30)).until(() -> ear.unsure.get() > 0);

        for (int i = 0; i < 100; i++) {
            here().append(room, "id-" + i, "said", "{\"text\":\"a b c " + i + "\"}");
        }
        here().pass(room, "{\"passing\":true}");

        await().atMost(Duration.ofSeconds(30)).until(() -> ear.passed.size() == 1 && ear.entries.size() == 100);
        assertThat(ear.entries).extracting(entry -> entry.position().offset()).isSorted();
        assertThat(ear.entries.get(7).json()).isEqualTo("{\"text\":\"a b c 7\"}");
        assertThat(ear.passed).containsExactly("{\"passing\":true}");
        listening.close();
    }

    @Test
    void whoHasStoppedListeningHearsNothing() {
        var gone = new Recorder();
        var stays = new Recorder();
        var listening = here().listen(room, gone);
        here().listen(room, stays);
        await().atMost(Duration.ofSeconds(30)).until(() -> stays.unsure.get() > 0);
        listening.close();
        listening.close();

        there().append(room, "a", "said", "{}");

        await().atMost(Duration.ofSeconds(30)).until(() -> stays.entries.size() == 1);
        assertThat(gone.entries).isEmpty();
    }

    @Test
    void manyWhoAppendAtOnceLeaveNoGapAndNoDouble() throws Exception {
        var start = here().head(room);
        var tasks = new ArrayList<Callable<Position>>();
        for (int i = 0; i < KEPT; i++) {
            var id = "id-" + i;
            tasks.add(() -> here().append(room, id, "said", "{}"));
            tasks.add(() -> there().append(room, id, "said", "{}"));
        }
        var positions = new ArrayList<Position>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var done : pool.invokeAll(tasks)) {
                positions.add(done.get());
            }
        }

        assertThat(positions.stream().distinct()).hasSize(KEPT);
        assertThat(here().since(room, start))
                .isInstanceOfSatisfying(
                        Tail.Whole.class, tail -> assertThat(tail.entries()).hasSize(KEPT));
    }

    static final class Recorder implements RoomLog.Ear {
        final List<LogEntry> entries = new CopyOnWriteArrayList<>();
        final List<String> passed = new CopyOnWriteArrayList<>();
        final AtomicInteger unsure = new AtomicInteger();

        @Override
        public void appended(LogEntry entry) {
            entries.add(entry);
        }

        @Override
        public void passed(String text) {
            passed.add(text);
        }

        @Override
        public void unsure() {
            unsure.incrementAndGet();
        }
    }
}
