package io.flotilla.bench.study;

import com.google.gson.JsonParser;
import io.flotilla.bench.Machine;
import io.flotilla.bench.Report;
import io.flotilla.bench.Row;
import io.flotilla.bench.Usage;
import io.flotilla.systemtests.api.ApiVisitor;
import io.flotilla.systemtests.product.Flotilla;
import io.flotilla.systemtests.wire.Entrance;
import io.flotilla.systemtests.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The one command: {@code bench/study-clock}. */
public final class StudyClock {
    private static final Duration FULL = Duration.ofMinutes(10);
    private static final Duration QUICK = Duration.ofSeconds(40);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private StudyClock() {}

    /** Arguments: the directory for homes and logs, the directory for results, and {@code quick} for forty seconds. */
    public static void main(String[] arguments) throws IOException {
        var stretch = arguments.length > 2 && arguments[2].equals("quick") ? QUICK : FULL;
        var report = new Report(Machine.here("two nodes"), System.out);
        try (var wire = new Wire();
                var flotilla = Flotilla.start(
                        Path.of(arguments[0]).resolve("study-clock"),
                        Map.of("FLOTILLA_NODES", "2", "FLOTILLA_BROKER_POOL_SIZE", "0"))) {
            report.add(measure(wire, flotilla, stretch));
        }
        report.write(Path.of(arguments[1]), "study-clock");
    }

    private static List<Row> measure(Wire wire, Flotilla flotilla, Duration stretch) {
        var person = new ApiVisitor(flotilla.url()).arrive();
        var survivor = new Ticks();
        var doomed = new Ticks();
        var socket = wire.open(entrance(person, flotilla.url()), survivor).join();
        wire.open(entrance(person, flotilla.secondUrl()), doomed).join();
        var started = JsonParser.parseString(
                        socket.ask("start-session", "{\"subjectId\":\"precision\",\"type\":\"free\"}")
                                .join())
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject();
        if (!started.get("ok").getAsBoolean()) {
            throw new IllegalStateException("no session: " + started);
        }
        Usage.pause(stretch.dividedBy(2));
        var untilThen = doomed.copy();
        flotilla.kill("realtime-gateway-2");
        var died = System.nanoTime();
        var moved = new Ticks();
        wire.open(entrance(person, flotilla.url()), moved).join();
        await(() -> moved.count() > 0);
        var back = (System.nanoTime() - died) / 1e6;
        Usage.pause(stretch.dividedBy(2));
        return List.of(
                Row.of("a second, on the node that lives", "ms", survivor.gaps()),
                Row.of("  furthest from the second it should be", "ms", survivor.worst()),
                Row.of("  skipped or doubled", "ticks", survivor.wrong()),
                Row.of("a second, on the node that was killed, until then", "ms", untilThen.gaps()),
                Row.of("  furthest from the second it should be", "ms", untilThen.worst()),
                Row.of("  skipped or doubled", "ticks", untilThen.wrong()),
                Row.of("killed → first second heard elsewhere", "ms", back),
                Row.of("  skipped or doubled there", "ticks", moved.wrong()));
    }

    private static Entrance entrance(ApiVisitor person, URI door) {
        return new Entrance(
                door,
                "/study-sessions",
                Map.of("Cookie", person.cookie(), "User-Agent", person.userAgent(), "Origin", door.toString()),
                "");
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no tick");
            }
            Usage.pause(Duration.ofMillis(5));
        }
    }
}
