package io.flotilla.bench;

import io.flotilla.systemtests.api.EventSocket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** From the answer to “sign out everywhere” on one node to the first refusal, and the closed socket, on the other. */
final class Ends {
    private final Stage stage;

    Ends(Stage stage) {
        this.stage = stage;
    }

    List<Row> measure(int rounds) {
        var refused = new ArrayList<Double>();
        var closed = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            var person = stage.account("ends-" + round);
            var elsewhere = person.at(stage.flotilla.secondUrl());
            Stage.expect(elsewhere.get("/api/session_state"), 200);
            try (var socket = EventSocket.open(HttpClient.newHttpClient(), stage.flotilla.secondUrl(), person)
                    .orElseThrow()) {
                Stage.await("hello", () -> socket.newest("hello").isPresent());
                Stage.expect(person.post("/api/auth/logout-all", "{}"), 200);
                var begun = System.nanoTime();
                var closing = CompletableFuture.supplyAsync(
                        () -> untilTrue(begun, () -> socket.closeCode().isPresent()));
                refused.add(untilTrue(begun, () -> elsewhere.get("/api/vm").status() == 401));
                closed.add(closing.join());
            }
        }
        return List.of(
                Row.of("sign-out everywhere → refused on the other node", "ms", refused),
                Row.of("sign-out everywhere → socket closed there", "ms", closed));
    }

    private static double untilTrue(long begun, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Usage.pause(Duration.ofMillis(2));
        }
        return (System.nanoTime() - begun) / 1e6;
    }
}
