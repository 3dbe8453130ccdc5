package io.flotilla.socket.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.socket.Outgoing;
import io.flotilla.socket.packet.PacketWriter;
import io.flotilla.socket.payload.Outbound;
import java.util.ArrayList;
import java.util.List;

/** An event as the packets that carry it. */
public record EncodedEvent(String namespace, String name, List<Outbound> packets) implements Outgoing {
    private static final char MESSAGE = '4';

    public static EncodedEvent of(String namespace, String name, JsonNode... args) {
        return new EncodedEvent(namespace, name, packets(PacketWriter.event(MESSAGE, namespace, name, args)));
    }

    static List<Outbound> packets(PacketWriter.Written written) {
        if (written.attachments().isEmpty()) {
            return List.of(Outbound.text(written.text()));
        }
        var packets = new ArrayList<Outbound>(1 + written.attachments().size());
        packets.add(Outbound.text(written.text()));
        written.attachments().forEach(bytes -> packets.add(Outbound.binary(bytes)));
        return List.copyOf(packets);
    }

    @Override
    public int size() {
        return packets.stream().mapToInt(Outbound::size).sum();
    }
}
