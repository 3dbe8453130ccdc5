package io.flotilla.bench.fanout;

import io.flotilla.bench.Row;
import io.flotilla.bench.Usage;
import io.flotilla.systemtests.product.Processes;
import io.flotilla.systemtests.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Sockets that are connected and say nothing. */
final class Idlers {
    private final Wire wire;
    private final Contestant contestant;

    Idlers(Wire wire, Contestant contestant) {
        this.wire = wire;
        this.contestant = contestant;
    }

    List<Row> measure(int sockets) {
        var rows = new ArrayList<Row>();
        var where = contestant.name() + ", " + sockets + " idle sockets";
        try (var crowd = new Crowd(wire)) {
            var before = Processes.memory(contestant.holders(1));
            var begun = System.nanoTime();
            crowd.gather(IntStream.range(0, sockets).mapToObj(contestant::idler).toList(), "");
            rows.add(Row.of(where + ": all in after", "s", (System.nanoTime() - begun) / 1e9));
            Usage.pause(Duration.ofSeconds(3));
            var after = Processes.memory(contestant.holders(1));
            rows.add(Row.of("  memory a socket (growth of its process)", "KiB", (after - before) / (double) sockets));
            var usage = Usage.during(Duration.ofSeconds(5), contestant.holders(1));
            rows.add(Row.of("  CPU of the server while nothing is said", "% core", usage.percent()));
            rows.add(Row.count("  sockets whose connection broke", crowd.lost()));
        }
        Usage.pause(Duration.ofSeconds(1));
        return rows;
    }
}
