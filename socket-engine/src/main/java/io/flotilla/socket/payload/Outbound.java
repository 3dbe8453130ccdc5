package io.flotilla.socket.payload;

import java.nio.charset.StandardCharsets;

/** One packet on its way to a client. Its bytes are shared and not to be changed. */
public final class Outbound {
    public static final Outbound CLOSE = text("1");
    public static final Outbound PING = text("2");
    public static final Outbound PROBED = text("3probe");
    public static final Outbound NOOP = text("6");

    private final byte[] bytes;
    private final boolean binary;

    private Outbound(byte[] bytes, boolean binary) {
        this.bytes = bytes;
        this.binary = binary;
    }

    /** UTF-8, with the packet's letter. */
    public static Outbound text(byte[] utf8) {
        return new Outbound(utf8, false);
    }

    /** A binary message; has no letter of its own on a WebSocket. */
    public static Outbound binary(byte[] bytes) {
        return new Outbound(bytes, true);
    }

    /** ASCII or not, with the packet's letter. */
    public static Outbound text(String packet) {
        return text(packet.getBytes(StandardCharsets.UTF_8));
    }

    public int size() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean isBinary() {
        return binary;
    }
}
