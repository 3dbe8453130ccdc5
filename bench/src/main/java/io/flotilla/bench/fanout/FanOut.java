package io.flotilla.bench.fanout;

import io.flotilla.bench.Machine;
import io.flotilla.bench.Report;
import io.flotilla.systemtests.wire.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The one command: {@code bench/fan-out}. The product on two nodes beside the reference server, in turns, with the same clients. */
public final class FanOut {
    private FanOut() {}

    /** Arguments: the directory for homes and logs, the directory for results, and {@code quick} for much shorter rounds. */
    public static void main(String[] arguments) throws IOException {
        var home = Path.of(arguments[0]);
        var pace = arguments.length > 2 && arguments[2].equals("quick") ? Pace.QUICK : Pace.FULL;
        var report = new Report(Machine.here("socket.io 4.8.4 on Node.js"), System.out);
        try (var wire = new Wire();
                var product = new Product(home.resolve("fan-out"))) {
            try (var reference = new Reference(1, Optional.empty())) {
                for (var members : List.of(500, 2000)) {
                    for (var contestant : List.of(reference, product)) {
                        report.add(new Members(wire, contestant, pace).measure(members, 1));
                    }
                }
                for (var contestant : List.of(reference, product)) {
                    report.add(new SlowReader(wire, contestant, pace).measure(500));
                }
            }
            try (var redis = new RedisProcess(product.redisBinary());
                    var reference = new Reference(2, Optional.of(redis.url()))) {
                for (var contestant : List.of(reference, product)) {
                    report.add(new Members(wire, contestant, pace).measure(2000, 2));
                }
            }
            try (var reference = new Reference(1, Optional.empty())) {
                for (var contestant : List.of(reference, product)) {
                    report.add(new Idlers(wire, contestant).measure(pace.idlers()));
                }
            }
            report.add(new Comebacks(wire, product, pace).measure());
        }
        report.write(Path.of(arguments[1]), "fan-out");
    }

    /**
     * How long, how much.
     *
     * @param messages of a paced round
     * @param sent messages of the round with cuts, each to twenty members
     */
    record Pace(int messages, Duration flood, int idlers, int sent, int cuts) {
        static final Pace FULL = new Pace(400, Duration.ofSeconds(8), 10_000, 5_000, 200);
        static final Pace QUICK = new Pace(80, Duration.ofSeconds(2), 2_000, 400, 20);
    }
}
