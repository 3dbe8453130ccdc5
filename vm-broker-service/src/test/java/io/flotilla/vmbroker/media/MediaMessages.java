package io.flotilla.vmbroker.media;

import io.vertx.core.buffer.Buffer;

/** Binary messages of {@code contracts/media.md} for tests. */
public final class MediaMessages {
    private MediaMessages() {}

    public static Buffer message(int kind, int flags, int sequence, String payload) {
        return Buffer.buffer()
                .appendUnsignedByte((short) kind)
                .appendUnsignedByte((short) flags)
                .appendUnsignedShort(1)
                .appendUnsignedInt(sequence)
                .appendDouble(sequence * 33_000.0)
                .appendDouble(1.7e12)
                .appendString(payload);
    }

    public static Buffer videoConfig() {
        return message(3, 0, 0, "{\"codec\":\"avc1.42e01f\"}");
    }

    public static Buffer audioConfig() {
        return message(4, 0, 0, "{\"codec\":\"opus\"}");
    }

    public static Buffer keyFrame(int sequence) {
        return message(1, 1, sequence, "key");
    }

    public static Buffer frame(int sequence) {
        return message(1, 0, sequence, "delta");
    }
}
