package io.flotilla.socket.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8CheckTest {
    @Test
    void agreesWithJavaOnEverySequenceOfTwoBytesAndOnManyLongerOnes() {
        for (var first = 0; first < 256; first++) {
            for (var second = 0; second < 256; second++) {
                agrees((byte) first, (byte) second);
            }
        }
        var random = new Random(451);
        for (var i = 0; i < 200_000; i++) {
            var bytes = new byte[3 + random.nextInt(14)];
            random.nextBytes(bytes);
            // Mostly lead bytes and what is next to their limits: random bytes are nearly never valid.
            bytes[0] = (byte) (0xE0 + random.nextInt(24));
            bytes[1] = (byte) (0x80 + random.nextInt(0x40));
            bytes[2] = (byte) (0x80 + random.nextInt(0x42));
            for (var j = 3; j < bytes.length; j++) {
                bytes[j] = (byte) (random.nextInt(4) == 0 ? 0x80 + random.nextInt(0x40) : 'a');
            }
            agrees(bytes);
        }
    }

    @Test
    void acceptsEveryCharacterThereIs() {
        for (var character = 0; character <= Character.MAX_CODE_POINT; character++) {
            if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
                var bytes = Character.toString(character).getBytes(StandardCharsets.UTF_8);
                assertThat(Utf8Check.isUtf8(bytes, 0, bytes.length)).isTrue();
            }
        }
    }

    private static void agrees(byte... bytes) {
        assertThat(Utf8Check.isUtf8(bytes, 0, bytes.length)).isEqualTo(javaSays(bytes));
    }

    private static boolean javaSays(byte... bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
