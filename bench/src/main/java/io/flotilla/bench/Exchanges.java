package io.flotilla.bench;

import java.util.ArrayList;
import java.util.List;

/** What the exchange of a cookie for a token adds to a call: the first call of a fresh session has to ask, the next finds it remembered. */
final class Exchanges {
    private static final int WARM_UP = 10;

    private final Stage stage;

    Exchanges(Stage stage) {
        this.stage = stage;
    }

    List<Row> measure(int rounds) {
        var cold = new ArrayList<Double>();
        var warm = new ArrayList<Double>();
        for (int round = 0; round < WARM_UP + rounds; round++) {
            var visitor = stage.program();
            var first = timed(() -> Stage.expect(visitor.get("/api/vm"), 200));
            var second = timed(() -> Stage.expect(visitor.get("/api/vm"), 200));
            if (round >= WARM_UP) {
                cold.add(first);
                warm.add(second);
            }
        }
        return List.of(
                Row.of("call with an exchange, cold cache (GET /api/vm)", "ms", cold),
                Row.of("the same, warm cache", "ms", warm));
    }

    private static double timed(Runnable call) {
        var begun = System.nanoTime();
        call.run();
        return (System.nanoTime() - begun) / 1e6;
    }
}
