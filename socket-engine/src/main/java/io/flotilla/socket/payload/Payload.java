package io.flotilla.socket.payload;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The batches of polling: packets with a separator between, bytes as base64. Pure. */
public final class Payload {
    private static final byte SEPARATOR = 0x1e;

    private Payload() {}

    /** Packets as they stand in the body, of which {@link PacketKind#BINARY} ones hold base64. */
    public static List<byte[]> split(byte[] body) {
        var packets = new ArrayList<byte[]>();
        var from = 0;
        for (var i = 0; i < body.length; i++) {
            if (body[i] == SEPARATOR) {
                packets.add(Arrays.copyOfRange(body, from, i));
                from = i + 1;
            }
        }
        packets.add(Arrays.copyOfRange(body, from, body.length));
        return packets;
    }

    /** The bytes of a packet that begins with {@link PacketKind#BINARY}; empty when that is not base64. */
    public static Optional<byte[]> bytes(byte[] packet) {
        try {
            return Optional.of(Base64.getDecoder().decode(Arrays.copyOfRange(packet, 1, packet.length)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static Buffer joined(List<Outbound> packets) {
        var body = Buffer.buffer();
        for (var packet : packets) {
            if (body.length() > 0) {
                body.appendByte(SEPARATOR);
            }
            if (packet.isBinary()) {
                body.appendByte(PacketKind.BINARY);
                body.appendBytes(Base64.getEncoder().encode(packet.bytes()));
            } else {
                body.appendBytes(packet.bytes());
            }
        }
        return body;
    }
}
