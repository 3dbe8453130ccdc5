package io.flotilla.gateway.media;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * A binary message with what the gateway reads of its header. The bytes are shared by all viewers and never changed.
 *
 * @param flags as on the wire
 */
record MediaMessage(Kind kind, int flags, int generation, Buffer bytes) {
    static final int HEADER = 24;

    private static final int KEY = 0b1;
    private static final int LAYER = 0b110;
    private static final int STANDS_ALONE = 0b10000;

    enum Kind {
        VIDEO,
        AUDIO,
        VIDEO_CONFIG,
        AUDIO_CONFIG,
        STILL
    }

    /** Empty for what is too short or of a kind that is not known. */
    static Optional<MediaMessage> of(Buffer bytes) {
        if (bytes.length() < HEADER) {
            return Optional.empty();
        }
        var kind = bytes.getUnsignedByte(0);
        if (kind < 1 || kind > Kind.values().length) {
            return Optional.empty();
        }
        return Optional.of(
                new MediaMessage(Kind.values()[kind - 1], bytes.getUnsignedByte(1), bytes.getUnsignedShort(2), bytes));
    }

    int size() {
        return bytes.length();
    }

    boolean isKey() {
        return (flags & KEY) != 0;
    }

    int layer() {
        return (flags & LAYER) >> 1;
    }

    /** A still picture that is all there is to see: no stream decodes now. */
    boolean standsAlone() {
        return kind == Kind.STILL && (flags & STANDS_ALONE) != 0;
    }
}
