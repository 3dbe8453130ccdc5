package io.flotilla.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OfficialClientsIT {
    @Test
    void npmClientsOfSocketIoAndEngineIoFindNothingOdd() throws Exception {
        try (var server = new TestServer(
                TestServer.SETTINGS, new TestDoor(), Map.of("/", new Recorder(), "/rooms", new Recorder()))) {
            var said = NodeClients.check(server.port());

            assertThat(said).as(String.join("\n", said)).last().isEqualTo("all well");
        }
    }
}
