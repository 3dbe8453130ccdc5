package io.flotilla.bench;

import java.util.ArrayList;
import java.util.List;

/** What somebody waits who signs in; most of it is the hashing of the password, which is meant to cost. One after the other. */
final class SignIns {
    private static final int WARM_UP = 5;

    private final Stage stage;

    SignIns(Stage stage) {
        this.stage = stage;
    }

    List<Row> measure(int rounds) {
        stage.account("signs-in");
        var values = new ArrayList<Double>();
        for (int round = 0; round < WARM_UP + rounds; round++) {
            var somebody = stage.program();
            var begun = System.nanoTime();
            Stage.expect(somebody.signIn("signs-in", Stage.PASSWORD), 200);
            if (round >= WARM_UP) {
                values.add((System.nanoTime() - begun) / 1e6);
            }
        }
        return List.of(Row.of("sign-in with a password", "ms", values));
    }
}
