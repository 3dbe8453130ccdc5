package io.flotilla.bench.fanout;

import io.flotilla.bench.Row;
import io.flotilla.bench.fanout.FanOut.Pace;
import io.flotilla.systemtests.product.Processes;
import io.flotilla.systemtests.wire.Wire;
import io.flotilla.systemtests.wire.WireListener;
import io.flotilla.systemtests.wire.WireSocket;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** One member takes nothing more from the network: what the others feel of it, and what becomes of that one. */
final class SlowReader {
    private static final String REST = "x".repeat(4_000);
    private static final int LEAST_MESSAGES = 200;

    private final Wire wire;
    private final Contestant contestant;
    private final Pace pace;

    SlowReader(Wire wire, Contestant contestant, Pace pace) {
        this.wire = wire;
        this.contestant = contestant;
        this.pace = pace;
    }

    List<Row> measure(int members) {
        var rows = new ArrayList<Row>();
        var round = new Round(wire, contestant, 1);
        try (var crowd = new Crowd(wire)) {
            crowd.gather(
                    IntStream.range(0, members)
                            .mapToObj(number -> contestant.member(number, 1))
                            .toList(),
                    contestant.join());
            var over = new CompletableFuture<Integer>();
            var slow = wire.openNarrow(contestant.member(members, 1), listener(over))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
            slow.ask("join", contestant.join()).join();
            slow.pause();
            var before = Processes.memory(contestant.holders(1));
            rows.addAll(round.paced(
                    contestant.name() + ", 500 members and one who does not read: 4 KB, 20 a second",
                    crowd,
                    Math.max(LEAST_MESSAGES, pace.messages()),
                    number -> contestant.broadcast(Crowd.stamped(REST))));
            rows.add(Row.count(
                    "  growth of the server meanwhile, KiB", Processes.memory(contestant.holders(1)) - before));
            slow.resume();
            rows.add(Row.count("  close code of the one who did not read (0: none)", code(over)));
        }
        return rows;
    }

    private static int code(CompletableFuture<Integer> over) {
        return over.completeOnTimeout(0, 3, TimeUnit.SECONDS).join();
    }

    private static WireListener listener(CompletableFuture<Integer> over) {
        return new WireListener() {
            @Override
            public void heard(WireSocket socket, Buffer bytes, int from, int to) {}

            @Override
            public void over(WireSocket socket, int code) {
                over.complete(code);
            }
        };
    }
}
