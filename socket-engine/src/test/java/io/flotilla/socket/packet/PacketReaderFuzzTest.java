package io.flotilla.socket.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Whatever a client says is read or refused, and nothing else; the inputs are messages with a newline between, bytes after a tab. */
class PacketReaderFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void readsOrRefusesWhateverComes(byte[] input) {
        var reader = new PacketReader();
        for (var message : new String(input, StandardCharsets.UTF_8).split("\n", -1)) {
            var reading = message.startsWith("\t")
                    ? reader.binary(message.substring(1).getBytes(StandardCharsets.UTF_8))
                    : reader.text(message.getBytes(StandardCharsets.UTF_8), 0);
            switch (reading) {
                case Reading.Whole(Packet.Event event) -> comesBack(event);
                case Reading.Whole whole ->
                    assertThat(whole.packet().namespace()).startsWith("/");
                case Reading.Partial() -> {}
                case Reading.Odd(var why) -> {
                    assertThat(why).isNotEmpty();
                    return;
                }
            }
        }
    }

    /** What was read can be said, and is then read as it was. */
    private static void comesBack(Packet.Event event) {
        if (EventNames.isReserved(event.name())) {
            return;
        }
        var written = PacketWriter.event(
                '4', event.namespace(), event.name(), event.args().toArray(JsonNode[]::new));
        if (written.attachments().size() > 10) {
            return;
        }
        var reader = new PacketReader();
        var again = reader.text(written.text(), 1);
        for (var bytes : written.attachments()) {
            again = reader.binary(bytes);
        }
        assertThat(again).isInstanceOf(Reading.Whole.class);
        var packet = (Packet.Event) ((Reading.Whole) again).packet();
        assertThat(packet.name()).isEqualTo(event.name());
        assertThat(packet.args()).hasSameSizeAs(event.args());
        assertThat(Arrays.asList(packet.namespace())).containsExactly(event.namespace());
    }
}
