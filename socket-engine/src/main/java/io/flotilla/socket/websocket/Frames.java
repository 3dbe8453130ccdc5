package io.flotilla.socket.websocket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a server's frames: whole messages, not masked. They are the same for every client. */
public final class Frames {
    private static final int FIN = 0x80;
    private static final int SHORT = 125;
    private static final int LONGEST_REASON = SHORT - Short.BYTES;

    private Frames() {}

    /** Bytes on the wire of a message with so many. */
    public static int size(int payload) {
        if (payload <= SHORT) {
            return 2 + payload;
        }
        return payload <= 0xFFFF ? 2 + Short.BYTES + payload : 2 + Long.BYTES + payload;
    }

    public static void text(ByteBuf out, byte[] utf8) {
        frame(out, Opcode.TEXT, utf8);
    }

    public static void binary(ByteBuf out, byte[] bytes) {
        frame(out, Opcode.BINARY, bytes);
    }

    static ByteBuf pong(ByteBufAllocator buffers, byte[] payload) {
        var out = buffers.ioBuffer(size(payload.length));
        frame(out, Opcode.PONG, payload);
        return out;
    }

    /** Code 1005 makes a frame without one. A reason that is too long loses its end. */
    static ByteBuf close(ByteBufAllocator buffers, int code, String reason) {
        if (code == CloseCodes.NONE) {
            var empty = buffers.ioBuffer(2);
            frame(empty, Opcode.CLOSE, new byte[0]);
            return empty;
        }
        var words = shortened(reason.getBytes(StandardCharsets.UTF_8));
        var out = buffers.ioBuffer(size(Short.BYTES + words.length));
        out.writeByte(FIN | Opcode.CLOSE).writeByte(Short.BYTES + words.length);
        out.writeShort(code).writeBytes(words);
        return out;
    }

    private static void frame(ByteBuf out, int opcode, byte[] payload) {
        out.writeByte(FIN | opcode);
        if (payload.length <= SHORT) {
            out.writeByte(payload.length);
        } else if (payload.length <= 0xFFFF) {
            out.writeByte(126).writeShort(payload.length);
        } else {
            out.writeByte(127).writeLong(payload.length);
        }
        out.writeBytes(payload);
    }

    private static byte[] shortened(byte[] utf8) {
        if (utf8.length <= LONGEST_REASON) {
            return utf8;
        }
        var end = LONGEST_REASON;
        while (end > 0 && (utf8[end] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(utf8, end);
    }
}
