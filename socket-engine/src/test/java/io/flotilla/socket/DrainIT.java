package io.flotilla.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DrainIT {
    private final TestDoor door = new TestDoor();
    private final Recorder main = new Recorder();

    @Test
    void tellsEverybodyAndTakesNobodyNew() throws Exception {
        try (var server = new TestServer(TestServer.SETTINGS, door, Map.of("/", main));
                var wire = RawWebSocket.entered(server.port())) {
            var polls = Polls.entered(server.port());
            var poll = polls.pollLater();

            server.sockets()
                    .drain(4002, "draining", 200)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);

            assertThat(wire.next()).isEqualTo("close 4002 draining");
            assertThat(poll.get().body()).isEqualTo("1");
            assertThat(new Polls(server.port()).get("EIO=4&transport=polling").statusCode())
                    .isEqualTo(503);
        }
        assertThat(main.departures).containsExactly(Namespace.Departure.SERVER_CLOSE, Namespace.Departure.SERVER_CLOSE);
        assertThat(door.gone).hasValue(2);
    }
}
