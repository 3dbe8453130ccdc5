package io.flotilla.gateway;

import io.vertx.core.buffer.Buffer;

/** Binary messages of media.md. */
public final class Frames {
    private Frames() {}

    public static Buffer video(int sequence, boolean key, int layer, int payload) {
        return message(1, (key ? 1 : 0) | layer << 1, sequence, payload);
    }

    public static Buffer key(int sequence) {
        return video(sequence, true, 0, 1000);
    }

    public static Buffer delta(int sequence) {
        return video(sequence, false, 0, 500);
    }

    public static Buffer audio(int sequence) {
        return message(2, 0, sequence, 120);
    }

    public static Buffer videoConfig() {
        return message(3, 0, 0, 60);
    }

    public static Buffer audioConfig() {
        return message(4, 0, 0, 40);
    }

    public static Buffer still(int sequence, boolean standsAlone) {
        return message(5, standsAlone ? 0b10000 : 0, sequence, 3000);
    }

    public static int kind(Buffer message) {
        return message.getUnsignedByte(0);
    }

    public static long sequence(Buffer message) {
        return message.getUnsignedInt(4);
    }

    public static boolean isKey(Buffer message) {
        return (message.getByte(1) & 1) != 0;
    }

    private static Buffer message(int kind, int flags, int sequence, int payload) {
        var body = new byte[payload];
        for (int i = 0; i < payload; i++) {
            body[i] = (byte) (sequence + i);
        }
        return Buffer.buffer()
                .appendUnsignedByte((short) kind)
                .appendUnsignedByte((short) flags)
                .appendUnsignedShort(1)
                .appendUnsignedInt(sequence)
                .appendDouble(sequence * 33_000.0)
                .appendDouble(1_700_000_000_000.0 + sequence * 33.0)
                .appendBytes(body);
    }
}
