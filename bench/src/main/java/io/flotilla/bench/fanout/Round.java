package io.flotilla.bench.fanout;

import io.flotilla.bench.Row;
import io.flotilla.bench.Usage;
import io.flotilla.systemtests.product.Processes;
import io.flotilla.systemtests.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** Messages to a crowd at an even pace, and what came of them. */
final class Round {
    static final int A_SECOND = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Wire wire;
    private final Contestant contestant;
    private final int nodes;

    Round(Wire wire, Contestant contestant, int nodes) {
        this.wire = wire;
        this.contestant = contestant;
        this.nodes = nodes;
    }

    /**
     * Sends so many messages, waits for the last, and tells how long they took to everyone.
     *
     * @param crowd already in the room
     * @param send given the number of the message
     */
    List<Row> paced(String what, Crowd crowd, int messages, IntConsumer send) {
        crowd.reset();
        var server = new Usage.Meter(contestant.holders(nodes));
        var own = new Usage.Meter(Processes.tree(ProcessHandle.current()).subList(0, 1));
        var begun = System.nanoTime();
        var sent = new AtomicLong();
        var stop = wire.every(1, () -> {
            var due = (System.nanoTime() - begun) * A_SECOND / 1_000_000_000L;
            while (sent.get() < Math.min(due, messages)) {
                send.accept((int) sent.getAndIncrement());
            }
        });
        var expected = (long) messages * crowd.size();
        await(
                () -> crowd.heard() >= expected,
                Duration.ofSeconds(messages / A_SECOND).plus(PATIENCE));
        stop.run();
        var busy = server.read().percent();
        var ownBusy = own.read().percent();
        var rows = new ArrayList<Row>();
        rows.add(crowd.samples().row(what));
        rows.add(Row.of("  CPU of the server's processes meanwhile", "% core", busy));
        rows.add(Row.of("  CPU of the measuring process meanwhile", "% core", ownBusy));
        if (crowd.heard() != expected) {
            rows.add(Row.count("  LOST of " + expected, expected - crowd.heard()));
        }
        return rows;
    }

    /** As fast as the room takes it: so many messages are under way at any time. */
    Row flood(String what, Crowd crowd, int underWay, Duration stretch, IntConsumer send) {
        crowd.reset();
        var begun = System.nanoTime();
        var sent = new AtomicLong();
        var stop = wire.every(1, () -> {
            while (sent.get() - crowd.heard() / crowd.size() < underWay) {
                send.accept((int) sent.getAndIncrement());
            }
        });
        await(() -> System.nanoTime() - begun > stretch.toNanos(), stretch.plus(PATIENCE));
        var delivered = crowd.heard() * 1e9 / (System.nanoTime() - begun);
        stop.run();
        await(() -> crowd.heard() >= sent.get() * crowd.size(), PATIENCE);
        return Row.of(what, "1/s", delivered);
    }

    private static void await(BooleanSupplier condition, Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Usage.pause(Duration.ofMillis(1));
        }
    }
}
