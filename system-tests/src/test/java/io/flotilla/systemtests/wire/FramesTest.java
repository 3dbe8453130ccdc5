package io.flotilla.systemtests.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FramesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100_000})
    void framesComeOutWholeHoweverTheyArrive(int chunk) {
        var sent = List.of("a", "b".repeat(125), "c".repeat(126), "d".repeat(70_000), "e");
        var stream = Buffer.buffer();
        sent.forEach(text -> stream.appendBuffer(server(text)));
        var got = new ArrayList<String>();
        var frames = new Frames((opcode, bytes, from, to) -> {
            assertThat(opcode).isEqualTo(Frames.TEXT);
            got.add(bytes.getString(from, to));
        });

        for (int at = 0; at < stream.length(); at += chunk) {
            frames.take(stream.getBuffer(at, Math.min(stream.length(), at + chunk)));
        }

        assertThat(got).isEqualTo(sent);
    }

    /** As a server sends it: not masked. */
    private static Buffer server(String text) {
        var frame = Buffer.buffer().appendByte((byte) 0x81);
        if (text.length() < 126) {
            frame.appendByte((byte) text.length());
        } else if (text.length() < 65_536) {
            frame.appendByte((byte) 126).appendUnsignedShort(text.length());
        } else {
            frame.appendByte((byte) 127).appendLong(text.length());
        }
        return frame.appendString(text);
    }
}
