package io.flotilla.socket.engineio;

/** The letter that an Engine.IO packet begins with. */
final class PacketKind {
    static final byte OPEN = '0';
    static final byte CLOSE = '1';
    static final byte PING = '2';
    static final byte PONG = '3';
    static final byte MESSAGE = '4';
    static final byte UPGRADE = '5';
    static final byte NOOP = '6';
    /** Base64 follows; only in polling. */
    static final byte BINARY = 'b';

    private PacketKind() {}

    static boolean isKnown(byte kind) {
        return kind >= OPEN && kind <= NOOP;
    }
}
