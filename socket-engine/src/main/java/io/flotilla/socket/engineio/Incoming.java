package io.flotilla.socket.engineio;

import io.flotilla.socket.payload.PacketKind;
import io.flotilla.socket.payload.Payload;

/** What a client's packets mean. On the session's event loop. */
final class Incoming {
    private final Session session;
    private final Ear ear;

    Incoming(Session session, Ear ear) {
        this.session = session;
        this.ear = ear;
    }

    /** As it stands between the separators of a polling request, or in a text message. */
    void packet(byte[] utf8) {
        if (utf8.length == 0 || !PacketKind.isKnown(utf8[0])) {
            session.end(Ending.oddPacket("unknown packet"));
            return;
        }
        switch (utf8[0]) {
            case PacketKind.MESSAGE -> ear.text(utf8, 1);
            case PacketKind.PONG -> session.ponged();
            case PacketKind.PING -> session.end(Ending.oddHeartbeat());
            case PacketKind.CLOSE -> session.closedByClient();
            default -> {
                // The reference server takes no notice of an open, an upgrade out of turn or a noop.
            }
        }
    }

    void binary(byte[] bytes) {
        ear.binary(bytes);
    }

    /** A polling request's body. */
    void batch(byte[] body) {
        for (var packet : Payload.split(body)) {
            if (!session.isOpen()) {
                return;
            }
            if (packet.length > 0 && packet[0] == PacketKind.BINARY) {
                Payload.bytes(packet).ifPresentOrElse(this::binary, () -> session.end(Ending.oddPacket("odd base64")));
            } else {
                packet(packet);
            }
        }
    }
}
