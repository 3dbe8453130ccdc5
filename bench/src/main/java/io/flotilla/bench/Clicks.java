package io.flotilla.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** From a button that goes down over the picture to another colour in the picture: the whole way there and back. */
final class Clicks {
    private static final int WARM_UP = 5;

    private final Stage stage;

    Clicks(Stage stage) {
        this.stage = stage;
    }

    List<Row> measure(int rounds) {
        stage.settle();
        var owner = stage.program();
        var created = owner.create(stage.pages.visit().url("clicking.html"));
        var values = new ArrayList<Double>();
        // Always the same pauses, never in step with any clock.
        var random = new Random(4);
        try (var visitor = stage.visitor()) {
            var picture = visitor.player(created.text("url"));
            picture.measure("() => window.__instruments.appearance([0,0,255])", null);
            for (int round = 0; round < WARM_UP + rounds; round++) {
                visitor.page().evaluate("() => { window.__reaction = window.__instruments.reaction(); }");
                picture.click(0.5, 0.7);
                var reaction = picture.measure("() => window.__reaction", null).orElseThrow();
                if (round >= WARM_UP) {
                    values.add(reaction.getAsDouble());
                }
                // Long enough for refining frames to be over: the page stands still again.
                Usage.pause(Duration.ofMillis(700 + random.nextInt(300)));
            }
        }
        owner.end(created.text("id"));
        return List.of(Row.of("click → changed pixel, still page", "ms", values));
    }
}
