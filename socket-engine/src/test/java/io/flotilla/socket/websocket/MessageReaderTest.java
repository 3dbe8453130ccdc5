package io.flotilla.socket.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
    private static final int MOST = 1_000;
    private static final int FIN = 0x80;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 1_000})
    void readsTheSameInPiecesOfWhateverSize(int piece) {
        var bytes = joined(
                ClientFrame.text("Grüße 👋"),
                ClientFrame.binary((byte) 1, (byte) 2, (byte) 3),
                ClientFrame.ping((byte) 9),
                ClientFrame.text("a".repeat(300)),
                ClientFrame.close(1000, "bye"));

        var heard = Heard.of(bytes, MOST, piece);

        assertThat(heard)
                .containsExactly(
                        "text Grüße 👋", "binary 010203", "ping 09", "text " + "a".repeat(300), "close 1000 bye");
    }

    @Test
    void putsFragmentsTogetherAroundControlFrames() {
        var bytes = joined(
                ClientFrame.text("one ").notFinal(),
                ClientFrame.ping(),
                ClientFrame.text("two ").notFinal().continuing(),
                ClientFrame.of(FIN, "three".getBytes(StandardCharsets.UTF_8)));

        assertThat(Heard.of(bytes, MOST, MOST)).containsExactly("ping ", "text one two three");
    }

    @Test
    void deliversEmptyMessagesAndEmptyFragments() {
        var bytes = joined(
                ClientFrame.text(""),
                ClientFrame.binary(),
                ClientFrame.text("").notFinal(),
                ClientFrame.text("").notFinal().continuing(),
                ClientFrame.of(FIN));

        assertThat(Heard.of(bytes, MOST, MOST)).containsExactly("text ", "binary ", "text ");
    }

    @Test
    void acceptsACharacterThatIsCutByAFragment() {
        var smile = "😀".getBytes(StandardCharsets.UTF_8);
        var bytes = joined(
                ClientFrame.of(0x1, smile[0], smile[1]), ClientFrame.of(0x0, smile[2]), ClientFrame.of(FIN, smile[3]));

        assertThat(Heard.of(bytes, MOST, MOST)).containsExactly("text 😀");
    }

    @ParameterizedTest
    @MethodSource("violations")
    void refusesWhatTheStandardForbids(ClientFrame[] frames, int code) {
        var heard = Heard.of(joined(frames), MOST, 1);

        assertThat(heard).last().isEqualTo("violation " + code);
    }

    @Test
    void refusesBadTextAtTheFirstByteThatShowsIt() {
        var frame = ClientFrame.of(FIN | 0x1, "good then bad \u0000 and a long rest".getBytes(StandardCharsets.UTF_8));
        var bytes = frame.bytes();
        var bad = 6 + "good then bad ".length();
        bytes[bad] = (byte) (0xFF ^ new byte[] {0x37, (byte) 0xfa, 0x21, 0x3d}["good then bad ".length() & 3]);

        var heard = Heard.of(java.util.Arrays.copyOf(bytes, bad + 1), MOST, MOST);

        assertThat(heard).containsExactly("violation 1007");
    }

    @Test
    void hearsNothingAfterAClose() {
        var bytes = joined(ClientFrame.close(1001, ""), ClientFrame.text("more"));

        assertThat(Heard.of(bytes, MOST, MOST)).containsExactly("close 1001 ");
    }

    @Test
    void takesACloseWithoutACode() {
        assertThat(Heard.of(ClientFrame.of(FIN | 0x8).bytes(), MOST, MOST)).containsExactly("close 1005 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999})
    void takesCloseCodesThatMayBeSent(int code) {
        assertThat(Heard.of(ClientFrame.close(code, "").bytes(), MOST, MOST)).containsExactly("close " + code + " ");
    }

    static List<Arguments> violations() {
        return List.of(
                violation("first reserved bit", 1002, ClientFrame.of(FIN | 0x41, (byte) 'a')),
                violation("second reserved bit", 1002, ClientFrame.of(FIN | 0x21, (byte) 'a')),
                violation("third reserved bit", 1002, ClientFrame.of(FIN | 0x11, (byte) 'a')),
                violation("reserved data opcode", 1002, ClientFrame.of(FIN | 0x3)),
                violation("reserved control opcode", 1002, ClientFrame.of(FIN | 0xB)),
                violation("not masked", 1002, ClientFrame.text("a").unmasked()),
                violation("control frame in pieces", 1002, ClientFrame.ping().notFinal()),
                violation("control frame of 126 bytes", 1002, ClientFrame.ping(new byte[126])),
                violation("nothing to continue", 1002, ClientFrame.of(FIN, (byte) 'a')),
                violation(
                        "message within a message", 1002, ClientFrame.text("a").notFinal(), ClientFrame.text("b")),
                violation(
                        "length longer than needed", 1002, ClientFrame.text("a").withLengthIn(2)),
                violation(
                        "length much longer than needed",
                        1002,
                        ClientFrame.text("a").withLengthIn(8)),
                violation("half a close code", 1002, ClientFrame.of(FIN | 0x8, (byte) 3)),
                violation("close code 0", 1002, ClientFrame.close(0, "")),
                violation("close code 999", 1002, ClientFrame.close(999, "")),
                violation("close code 1004", 1002, ClientFrame.close(1004, "")),
                violation("close code 1005", 1002, ClientFrame.close(1005, "")),
                violation("close code 1006", 1002, ClientFrame.close(1006, "")),
                violation("close code 1015", 1002, ClientFrame.close(1015, "")),
                violation("close code 2999", 1002, ClientFrame.close(2999, "")),
                violation("close code 5000", 1002, ClientFrame.close(5000, "")),
                violation(
                        "close reason not UTF-8", 1007, ClientFrame.of(FIN | 0x8, (byte) 3, (byte) 0xE8, (byte) 0xFF)),
                violation("text not UTF-8", 1007, ClientFrame.of(FIN | 0x1, (byte) 0xC0, (byte) 0xAF)),
                violation("text with half a character", 1007, ClientFrame.of(FIN | 0x1, (byte) 0xE2, (byte) 0x82)),
                violation(
                        "half a character at the last fragment",
                        1007,
                        ClientFrame.of(0x1, (byte) 0xE2),
                        ClientFrame.of(FIN, (byte) 0x82)),
                violation("surrogate", 1007, ClientFrame.of(FIN | 0x1, (byte) 0xED, (byte) 0xA0, (byte) 0x80)),
                violation("message too big", 1009, ClientFrame.binary(new byte[MOST + 1])),
                violation(
                        "fragments too big together",
                        1009,
                        ClientFrame.binary(new byte[MOST]).notFinal(),
                        ClientFrame.of(FIN, (byte) 1)));
    }

    private static Arguments violation(String what, int code, ClientFrame... frames) {
        return Arguments.of(Named.of(what, frames), code);
    }

    private static byte[] joined(ClientFrame... frames) {
        var out = new ByteArrayOutputStream();
        for (var frame : frames) {
            out.writeBytes(frame.bytes());
        }
        return out.toByteArray();
    }
}
