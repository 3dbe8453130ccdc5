package io.flotilla.socket.payload;

/** The letter that an Engine.IO packet begins with. */
public final class PacketKind {
    public static final byte OPEN = '0';
    public static final byte CLOSE = '1';
    public static final byte PING = '2';
    public static final byte PONG = '3';
    public static final byte MESSAGE = '4';
    public static final byte UPGRADE = '5';
    public static final byte NOOP = '6';
    /** Base64 follows; only in polling. */
    public static final byte BINARY = 'b';

    private PacketKind() {}

    public static boolean isKnown(byte kind) {
        return kind >= OPEN && kind <= NOOP;
    }
}
