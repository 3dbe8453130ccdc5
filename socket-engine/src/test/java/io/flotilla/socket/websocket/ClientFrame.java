package io.flotilla.socket.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** A frame as a client sends it, right or wrong in whatever way a test wants. Immutable. */
public record ClientFrame(int firstByte, boolean masked, int lengthBytes, String payloadHex) {
    private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};
    private static final int FIN = 0x80;

    public static ClientFrame text(String text) {
        return of(FIN | 0x1, text.getBytes(StandardCharsets.UTF_8));
    }

    public static ClientFrame binary(byte... bytes) {
        return of(FIN | 0x2, bytes);
    }

    public static ClientFrame ping(byte... bytes) {
        return of(FIN | 0x9, bytes);
    }

    public static ClientFrame close(int code, String reason) {
        var words = reason.getBytes(StandardCharsets.UTF_8);
        return of(
                FIN | 0x8,
                ByteBuffer.allocate(2 + words.length)
                        .putShort((short) code)
                        .put(words)
                        .array());
    }

    /** The opcode, and no FIN unless that bit is in it. */
    public static ClientFrame of(int firstByte, byte... payload) {
        var lengthBytes = payload.length <= 125 ? 0 : payload.length <= 0xFFFF ? 2 : 8;
        return new ClientFrame(firstByte, true, lengthBytes, HexFormat.of().formatHex(payload));
    }

    public ClientFrame notFinal() {
        return new ClientFrame(firstByte & ~FIN, masked, lengthBytes, payloadHex);
    }

    public ClientFrame continuing() {
        return new ClientFrame(firstByte & 0xF0, masked, lengthBytes, payloadHex);
    }

    public ClientFrame unmasked() {
        return new ClientFrame(firstByte, false, lengthBytes, payloadHex);
    }

    public ClientFrame withLengthIn(int bytes) {
        return new ClientFrame(firstByte, masked, bytes, payloadHex);
    }

    public byte[] bytes() {
        var payload = HexFormat.of().parseHex(payloadHex);
        var out = new ByteArrayOutputStream();
        out.write(firstByte);
        var maskBit = masked ? 0x80 : 0;
        switch (lengthBytes) {
            case 2 -> {
                out.write(maskBit | 126);
                out.writeBytes(
                        ByteBuffer.allocate(2).putShort((short) payload.length).array());
            }
            case 8 -> {
                out.write(maskBit | 127);
                out.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
            }
            default -> out.write(maskBit | payload.length);
        }
        if (masked) {
            out.writeBytes(MASK);
            var hidden = Arrays.copyOf(payload, payload.length);
            for (var i = 0; i < hidden.length; i++) {
                hidden[i] ^= MASK[i & 3];
            }
            out.writeBytes(hidden);
        } else {
            out.writeBytes(payload);
        }
        return out.toByteArray();
    }
}
