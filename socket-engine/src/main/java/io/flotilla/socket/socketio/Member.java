package io.flotilla.socket.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.socket.Handshake;
import io.flotilla.socket.Namespace.Departure;
import io.flotilla.socket.Namespace.Listener;
import io.flotilla.socket.Outgoing;
import io.flotilla.socket.Socket;
import io.flotilla.socket.engineio.Session;
import io.flotilla.socket.loop.Lane;
import io.flotilla.socket.packet.Packet;
import io.flotilla.socket.packet.PacketWriter;
import io.flotilla.socket.payload.Delivery;
import io.flotilla.socket.payload.Outbound;
import io.vertx.core.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client in one namespace: asked for, let in, gone. */
final class Member implements Socket {
    private static final System.Logger LOG = System.getLogger(Member.class.getName());
    private static final char MESSAGE = '4';
    /** What a client may be behind and still get what the next makes old. */
    private static final long NEAR = 16 * 1024;

    private sealed interface State {
        record Asking() implements State {}

        record In(Listener listener) implements State {}

        record Gone() implements State {}
    }

    private final String id;
    private final String namespace;
    private final Client client;
    private final Session session;
    private volatile State state = new State.Asking();
    /** It is being taken out: what it says from now on is not heard. */
    private volatile boolean leaving;

    Member(String id, String namespace, Client client, Session session) {
        this.id = id;
        this.namespace = namespace;
        this.client = client;
        this.session = session;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public Handshake handshake() {
        return session.handshake();
    }

    @Override
    public Context context() {
        return session.context();
    }

    @Override
    public void emit(Outgoing event) {
        var encoded = (EncodedEvent) event;
        session.run(() -> deliver(encoded));
    }

    @Override
    public void emit(String name, JsonNode... args) {
        emit(EncodedEvent.of(namespace, name, args));
    }

    @Override
    public void emitVolatile(Outgoing event) {
        var encoded = (EncodedEvent) event;
        session.run(() -> {
            if (isNear()) {
                deliver(encoded);
            }
        });
    }

    @Override
    public void disconnect() {
        leaving = true;
        session.run(() -> {
            if (state instanceof State.In) {
                deliver(EncodedEvent.packets(PacketWriter.disconnected(MESSAGE, namespace)));
                client.left(this, Departure.SERVER_DISCONNECT);
            } else {
                // Not in yet: there is nothing to take it out of.
                leaving = false;
            }
        });
    }

    @Override
    public void close(int code, String reason) {
        session.close(code, reason);
    }

    @Override
    public boolean isOpen() {
        return state instanceof State.In && !leaving && session.isOpen();
    }

    @Override
    public long pending() {
        return session.pending();
    }

    @Override
    public String toString() {
        return "socket " + id + " in " + namespace;
    }

    Lane lane() {
        return session.lane();
    }

    /** On the loop. */
    boolean isNear() {
        return session.pending() <= NEAR;
    }

    /** On the loop; shared with the others that get it. */
    void deliver(String to, Delivery delivery) {
        if (state instanceof State.In && to.equals(namespace)) {
            session.deliver(delivery);
        }
    }

    void ack(long event, JsonNode... args) {
        var packets = EncodedEvent.packets(PacketWriter.ack(MESSAGE, namespace, event, args));
        session.run(() -> {
            if (state instanceof State.In) {
                deliver(packets);
            }
        });
    }

    boolean isIn() {
        return state instanceof State.In;
    }

    /** On the loop. */
    void accepted(Listener listener, String publicId, @Nullable String recovery) {
        state = new State.In(listener);
        deliver(EncodedEvent.packets(PacketWriter.entered(MESSAGE, namespace, publicId, recovery)));
        guarded(listener::opened);
    }

    /** Let in when the connection was over already. */
    void cameTooLate(Listener listener) {
        guarded(() -> listener.gone(Departure.TRANSPORT_CLOSE));
    }

    void heard(Packet.Event packet) {
        if (state instanceof State.In(var listener) && !leaving) {
            guarded(() -> listener.heard(new HeardEvent(packet, this)));
        }
    }

    void over(Departure why) {
        var before = state;
        state = new State.Gone();
        if (before instanceof State.In(var listener)) {
            guarded(() -> listener.gone(why));
        }
    }

    private void deliver(List<Outbound> packets) {
        try (var delivery = new Delivery(packets)) {
            session.deliver(delivery);
        }
    }

    private void deliver(EncodedEvent event) {
        try (var delivery = new Delivery(event.packets())) {
            deliver(event.namespace(), delivery);
        }
    }

    /** An application's fault is not the client's: it stays connected, and we write it down. */
    private void guarded(Runnable application) {
        try {
            application.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A listener of " + namespace + " failed", e);
        }
    }
}
