package io.flotilla.socket.websocket;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** The head of the frame that is being read, which may come byte by byte. Not thread-safe. */
final class FrameHead {
    private static final int FIN = 0x80;
    private static final int RESERVED_BITS = 0x70;
    private static final int MASKED = 0x80;
    private static final int TWO_MORE = 126;
    private static final int EIGHT_MORE = 127;
    private static final int MASK_BYTES = 4;
    private static final int LONGEST = 2 + Long.BYTES + MASK_BYTES;

    private final byte[] bytes = new byte[LONGEST];
    private int have;
    private int need = 2;

    /** Takes what it needs and no more; a violation is told as soon as it shows. */
    @Nullable
    Violation read(ByteBuf in) {
        while (have < need && in.isReadable()) {
            bytes[have++] = in.readByte();
            if (have == 2) {
                var odd = oddStart();
                if (odd != null) {
                    return odd;
                }
                need = 2 + lengthBytes() + MASK_BYTES;
            }
        }
        return isComplete() ? oddLength() : null;
    }

    boolean isComplete() {
        return have == need;
    }

    void reset() {
        have = 0;
        need = 2;
    }

    boolean isFinal() {
        return (bytes[0] & FIN) != 0;
    }

    int opcode() {
        return bytes[0] & 0x0F;
    }

    long length() {
        var extra = lengthBytes();
        if (extra == 0) {
            return bytes[1] & 0x7F;
        }
        var length = 0L;
        for (var i = 2; i < 2 + extra; i++) {
            length = (length << 8) | (bytes[i] & 0xFF);
        }
        return length;
    }

    /** The mask's byte for the payload's byte at that place. */
    byte mask(int place) {
        return bytes[need - MASK_BYTES + (place & 3)];
    }

    private int lengthBytes() {
        return switch (bytes[1] & 0x7F) {
            case TWO_MORE -> Short.BYTES;
            case EIGHT_MORE -> Long.BYTES;
            default -> 0;
        };
    }

    private @Nullable Violation oddStart() {
        if ((bytes[0] & RESERVED_BITS) != 0) {
            return new Violation(Violation.PROTOCOL, "reserved bits");
        }
        if (!Opcode.isKnown(opcode())) {
            return new Violation(Violation.PROTOCOL, "reserved opcode");
        }
        if ((bytes[1] & MASKED) == 0) {
            return new Violation(Violation.PROTOCOL, "not masked");
        }
        if (Opcode.isControl(opcode()) && (!isFinal() || lengthBytes() > 0)) {
            return new Violation(Violation.PROTOCOL, "odd control frame");
        }
        return null;
    }

    /** The shortest form is a must, and the highest bit of the longest one is none of the length. */
    private @Nullable Violation oddLength() {
        var length = length();
        var odd =
                switch (lengthBytes()) {
                    case Short.BYTES -> length < TWO_MORE;
                    case Long.BYTES -> length < 1 << Short.SIZE;
                    default -> false;
                };
        return odd ? new Violation(Violation.PROTOCOL, "odd length") : null;
    }
}
