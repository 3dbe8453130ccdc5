package io.flotilla.systemtests.wire;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Takes a server's frames out of a stream of bytes. Servers here send neither fragments nor compressed frames. Not thread-safe. */
final class Frames {
    /** Told of each whole frame; the bytes are only good during the call. */
    interface Sink {
        void frame(int opcode, Buffer bytes, int from, int to);
    }

    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int MASKED = 0x80;

    private final Sink sink;
    private Buffer rest = Buffer.buffer();

    Frames(Sink sink) {
        this.sink = sink;
    }

    void take(Buffer more) {
        var bytes = rest.length() == 0 ? more : rest.appendBuffer(more);
        int at = 0;
        while (bytes.length() - at >= 2) {
            int length = bytes.getByte(at + 1) & 0x7f;
            int head = length == 127 ? 10 : length == 126 ? 4 : 2;
            if (bytes.length() - at < head) {
                break;
            }
            if (length == 126) {
                length = bytes.getUnsignedShort(at + 2);
            } else if (length == 127) {
                length = Math.toIntExact(bytes.getLong(at + 2));
            }
            int end = at + head + length;
            if (bytes.length() < end) {
                break;
            }
            sink.frame(bytes.getByte(at) & 0x0f, bytes, at + head, end);
            at = end;
        }
        rest = at == bytes.length() ? Buffer.buffer() : bytes.getBuffer(at, bytes.length());
    }

    static Buffer text(String text) {
        return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** One whole frame as a client sends it. */
    static Buffer frame(int opcode, byte[] payload) {
        var frame = Buffer.buffer(payload.length + 14);
        frame.appendByte((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.appendByte((byte) (MASKED | payload.length));
        } else if (payload.length < 65_536) {
            frame.appendByte((byte) (MASKED | 126)).appendUnsignedShort(payload.length);
        } else {
            frame.appendByte((byte) (MASKED | 127)).appendLong(payload.length);
        }
        int mask = ThreadLocalRandom.current().nextInt();
        frame.appendInt(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.appendByte((byte) (payload[i] ^ (mask >>> (24 - 8 * (i % 4)))));
        }
        return frame;
    }
}
