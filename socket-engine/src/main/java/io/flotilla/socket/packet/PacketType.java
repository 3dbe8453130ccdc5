package io.flotilla.socket.packet;

import org.jspecify.annotations.Nullable;

/** The digit that a packet begins with. */
enum PacketType {
    CONNECT('0'),
    DISCONNECT('1'),
    EVENT('2'),
    ACK('3'),
    CONNECT_ERROR('4'),
    BINARY_EVENT('5'),
    BINARY_ACK('6');

    private final char digit;

    PacketType(char digit) {
        this.digit = digit;
    }

    char digit() {
        return digit;
    }

    boolean hasAttachments() {
        return this == BINARY_EVENT || this == BINARY_ACK;
    }

    static @Nullable PacketType of(byte digit) {
        return switch (digit) {
            case '0' -> CONNECT;
            case '1' -> DISCONNECT;
            case '2' -> EVENT;
            case '3' -> ACK;
            case '4' -> CONNECT_ERROR;
            case '5' -> BINARY_EVENT;
            case '6' -> BINARY_ACK;
            default -> null;
        };
    }
}
