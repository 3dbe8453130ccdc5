package io.flotilla.bench;

import io.flotilla.systemtests.api.ApiVisitor;
import io.flotilla.systemtests.product.Processes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How many calls of signed-in people are checked and answered a second ({@code GET /api/session_state}), and with how much of the machine. */
final class Validations {
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int PEOPLE = 16;

    private final Stage stage;

    Validations(Stage stage) {
        this.stage = stage;
    }

    List<Row> measure(int seconds) {
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(number -> stage.account("asks-" + number))
                .toList();
        var rows = new ArrayList<Row>();
        rows.add(Row.of(
                "session_state, one caller after a rest",
                "ms",
                calls(people.subList(0, 1), Duration.ofSeconds(seconds), Duration.ofMillis(20))));
        calls(people, WARM_UP, Duration.ZERO);
        var meter = new Usage.Meter(stage.pids());
        var everything = new Usage.Meter(Processes.tree(ProcessHandle.current()));
        var answered = calls(people, Duration.ofSeconds(seconds), Duration.ZERO);
        rows.add(Row.of(
                "session_state a second, " + PEOPLE + " callers at once", "1/s", answered.size() / (double) seconds));
        rows.add(Row.of("session_state, " + PEOPLE + " callers at once", "ms", answered));
        rows.add(Row.of("CPU of the product meanwhile", "% core", meter.read().percent()));
        rows.add(Row.of(
                "CPU of the callers meanwhile", "% core", everything.read().percent()));
        return rows;
    }

    /** Milliseconds of each call; everybody calls again and again, a new call after the answer and the pause. */
    private static List<Double> calls(List<ApiVisitor> people, Duration stretch, Duration pause) {
        var end = System.nanoTime() + stretch.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(people.stream()
                            .map(person -> (Callable<List<Double>>) () -> calls(person, end, pause))
                            .toList())
                    .stream()
                    .flatMap(each -> result(each).stream())
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static List<Double> calls(ApiVisitor person, long end, Duration pause) {
        var values = new ArrayList<Double>();
        while (System.nanoTime() < end) {
            var begun = System.nanoTime();
            Stage.expect(person.get("/api/session_state"), 200);
            values.add((System.nanoTime() - begun) / 1e6);
            if (pause.isPositive()) {
                Usage.pause(pause);
            }
        }
        return values;
    }

    private static <T> T result(Future<T> call) {
        try {
            return call.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
