package io.flotilla.socket.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.flotilla.socket.Event;
import io.flotilla.socket.packet.Packet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** An event and the way back to who sent it. */
final class HeardEvent implements Event {
    private final Packet.Event packet;
    private final Member from;
    private final AtomicBoolean answered = new AtomicBoolean();

    HeardEvent(Packet.Event packet, Member from) {
        this.packet = packet;
        this.from = from;
    }

    @Override
    public String name() {
        return packet.name();
    }

    @Override
    public List<JsonNode> args() {
        return packet.args();
    }

    @Override
    public boolean wantsAck() {
        return packet.id().isPresent();
    }

    @Override
    public void ack(JsonNode... args) {
        if (wantsAck() && answered.compareAndSet(false, true)) {
            from.ack(packet.id().getAsLong(), args);
        }
    }

    @Override
    public JsonNode arg(int index) {
        var args = packet.args();
        return index < args.size() ? args.get(index) : MissingNode.getInstance();
    }

    /** Not the arguments: they are the user's. */
    @Override
    public String toString() {
        return "event " + packet.name();
    }
}
