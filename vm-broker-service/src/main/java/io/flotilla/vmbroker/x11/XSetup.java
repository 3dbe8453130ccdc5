package io.flotilla.vmbroker.x11;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** What a display says of itself when a connection begins. */
record XSetup(int resourceBase, int root, int width, int height, int firstKeycode, int lastKeycode) {
    private static final String COOKIE = "MIT-MAGIC-COOKIE-1";
    private static final int FORMAT_BYTES = 8;

    static XSetup agree(SocketChannel channel, byte[] cookie) throws IOException {
        var hello = ByteBuffer.allocate(12 + 20 + 16).order(ByteOrder.LITTLE_ENDIAN);
        hello.put((byte) 'l').put((byte) 0).putShort((short) 11).putShort((short) 0);
        hello.putShort((short) COOKIE.length()).putShort((short) cookie.length).putShort((short) 0);
        hello.put(COOKIE.getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 0)
                .put(cookie);
        hello.flip();
        while (hello.hasRemaining()) {
            channel.write(hello);
        }
        var head = read(channel, 8);
        var rest = read(channel, (head.getShort(6) & 0xffff) * 4);
        if (head.get(0) != 1) {
            throw new XFailed("the display refused us");
        }
        return parse(rest);
    }

    static XSetup parse(ByteBuffer body) {
        var vendor = body.getShort(16) & 0xffff;
        var formats = body.get(21) & 0xff;
        var screen = 32 + (vendor + 3) / 4 * 4 + formats * FORMAT_BYTES;
        return new XSetup(
                body.getInt(4),
                body.getInt(screen),
                body.getShort(screen + 20) & 0xffff,
                body.getShort(screen + 22) & 0xffff,
                body.get(26) & 0xff,
                body.get(27) & 0xff);
    }

    static ByteBuffer read(SocketChannel channel, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("the display is gone");
            }
        }
        return bytes.flip();
    }
}
