package io.flotilla.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.roomlog.InMemoryRoomLog;
import io.flotilla.gateway.roomlog.LogEntry;
import io.flotilla.gateway.roomlog.Position;
import io.flotilla.gateway.roomlog.Tail;
import io.flotilla.kit.id.SequentialIds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomOrderTest {
    private final InMemoryRoomLog log = new InMemoryRoomLog(new SequentialIds(), 10);
    private final List<String> told = new ArrayList<>();
    private final RoomOrder order = new RoomOrder("vms-1", log, new RoomOrder.Listener() {
        @Override
        public void tell(LogEntry entry) {
            told.add(entry.id());
        }

        @Override
        public void lost() {
            told.add("lost");
        }
    });

    @Test
    void tellsWhatFollows() {
        order.stand();
        append("a", "b").forEach(order::heard);

        assertThat(told).containsExactly("a", "b");
    }

    @Test
    void whatWasBeforeIsNotTold() {
        append("a");
        order.stand();
        append("b").forEach(order::heard);

        assertThat(told).containsExactly("b");
    }

    @Test
    void readsWhatIsMissing() {
        order.stand();
        var entries = append("a", "b", "c");

        order.heard(entries.get(2));

        assertThat(told).containsExactly("a", "b", "c");
    }

    @Test
    void tellsNothingTwice() {
        order.stand();
        var entries = append("a", "b");
        order.heard(entries.get(1));

        entries.forEach(order::heard);
        order.catchUp();

        assertThat(told).containsExactly("a", "b");
    }

    @Test
    void findsOutByItselfThatTheLogIsLost() {
        order.stand();
        append("a", "b").forEach(order::heard);
        log.forget();
        append("c");

        order.catchUp();
        append("d").forEach(order::heard);

        assertThat(told).containsExactly("a", "b", "lost", "d");
    }

    @Test
    void anEntryOfAnotherEpochMeansThatTheLogIsLost() {
        order.stand();
        append("a").forEach(order::heard);
        log.forget();

        append("b").forEach(order::heard);

        assertThat(told).containsExactly("a", "lost");
    }

    @Test
    void whatFellOutOfTheLogIsLost() {
        order.stand();
        for (int i = 0; i < 12; i++) {
            append("id-" + i);
        }

        order.catchUp();

        assertThat(told).containsExactly("lost");
    }

    @Test
    void whoComesInIsPutBehindWhatWasTold() {
        var start = order.stand();
        append("a").forEach(order::heard);
        append("b");

        assertThat(order.toldSince(start))
                .hasValueSatisfying(
                        entries -> assertThat(entries).extracting(LogEntry::id).containsExactly("a"));
        assertThat(order.toldSince(new Position("other", 0))).isEmpty();
    }

    private List<LogEntry> append(String... ids) {
        var before = log.head("vms-1");
        for (var id : ids) {
            log.append("vms-1", id, "said", "{}");
        }
        return ((Tail.Whole) log.since("vms-1", before)).entries();
    }
}
