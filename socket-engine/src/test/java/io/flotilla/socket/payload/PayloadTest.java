package io.flotilla.socket.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadTest {
    @Test
    void joinsPacketsAndWritesBytesAsBase64() {
        var body = Payload.joined(
                List.of(Outbound.text("4hello"), Outbound.binary(new byte[] {1, 2, 3, 4}), Outbound.text("2")));

        assertThat(body.toString()).isEqualTo("4hello\u001ebAQIDBA==\u001e2");
    }

    @Test
    void splitsWhatWasJoined() {
        var packets = Payload.split("4hello\u001ebAQIDBA==\u001e\u001e2".getBytes(StandardCharsets.UTF_8));

        assertThat(packets.stream().map(packet -> new String(packet, StandardCharsets.UTF_8)))
                .containsExactly("4hello", "bAQIDBA==", "", "2");
        assertThat(Payload.bytes(packets.get(1)))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(1, 2, 3, 4));
    }

    @Test
    void refusesWhatIsNotBase64() {
        assertThat(Payload.bytes("b###".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
