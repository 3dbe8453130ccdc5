package io.flotilla.vmbroker.media;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** The first bytes of a binary message ({@code contracts/media.md}); the payload is nobody's business here. */
record MediaHeader(int kind, boolean key, boolean isTheVideo) {
    static final int VIDEO = 1;
    static final int AUDIO = 2;
    static final int VIDEO_CONFIG = 3;
    static final int AUDIO_CONFIG = 4;
    static final int STILL = 5;
    private static final int LENGTH = 24;

    /** Empty for what is too short to be a message. */
    static Optional<MediaHeader> of(Buffer message) {
        if (message.length() < LENGTH) {
            return Optional.empty();
        }
        var flags = message.getUnsignedByte(1);
        return Optional.of(new MediaHeader(message.getUnsignedByte(0), (flags & 1) != 0, (flags & 16) != 0));
    }
}
