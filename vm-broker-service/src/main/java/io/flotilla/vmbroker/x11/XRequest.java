package io.flotilla.vmbroker.x11;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** One request in the making, little endian; its length is filled in when it is sent. */
public final class XRequest {
    private static final int LARGEST = 64 * 1024;
    private ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);

    private XRequest(int opcode, int detail) {
        u8(opcode).u8(detail).u16(0);
    }

    /** Begins one; the second byte is a minor opcode for an extension, a small argument otherwise. */
    public static XRequest of(int opcode, int detail) {
        return new XRequest(opcode, detail);
    }

    public XRequest u8(int value) {
        room(1).put((byte) value);
        return this;
    }

    public XRequest u16(int value) {
        room(2).putShort((short) value);
        return this;
    }

    public XRequest u32(int value) {
        room(4).putInt(value);
        return this;
    }

    public XRequest zeros(int count) {
        room(count).put(new byte[count]);
        return this;
    }

    /** The text in Latin-1, padded to a multiple of four. */
    public XRequest text(String text) {
        return padded(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public XRequest padded(byte[] value) {
        room(value.length + 3).put(value);
        while (bytes.position() % 4 != 0) {
            bytes.put((byte) 0);
        }
        return this;
    }

    ByteBuffer finished() {
        while (bytes.position() % 4 != 0) {
            u8(0);
        }
        bytes.putShort(2, (short) (bytes.position() / 4));
        return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).flip();
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            var size = Math.min(LARGEST * 4, Math.max(bytes.capacity() * 2, bytes.position() + more));
            bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(bytes.flip());
        }
        return bytes;
    }
}
