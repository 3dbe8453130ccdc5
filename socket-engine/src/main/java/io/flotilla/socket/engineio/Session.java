package io.flotilla.socket.engineio;

import io.flotilla.socket.EngineSettings;
import io.flotilla.socket.Handshake;
import io.flotilla.socket.Namespace.Departure;
import io.flotilla.socket.loop.Lane;
import io.flotilla.socket.payload.Delivery;
import io.flotilla.socket.payload.Outbound;
import io.vertx.core.Context;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/**
 * One client, whatever transport it is on. Lives on one event loop; what says nothing else is to be called there. {@link #run},
 * {@link #send}, {@link #close}, {@link #isOpen} and {@link #pending} may be called from any thread.
 */
public final class Session {
    private final String id;
    private final Handshake handshake;
    private final Context context;
    private final Neighbours neighbours;
    private final Runnable gone;
    private final Ear ear;
    private final Incoming incoming;
    private final Posts posts;
    private final Upgrade upgrade;

    private volatile Transport transport;
    private volatile boolean open = true;
    /** It is being closed: what the client says from now on is not heard. */
    private volatile boolean closing;

    Session(
            String id,
            Handshake handshake,
            Context context,
            Neighbours neighbours,
            Runnable gone,
            Function<Session, Ear> ears) {
        this.id = id;
        this.handshake = handshake;
        this.context = context;
        this.neighbours = neighbours;
        this.gone = gone;
        this.transport = new Polling(this);
        this.ear = ears.apply(this);
        this.incoming = new Incoming(this, ear);
        this.posts = new Posts(this, incoming);
        this.upgrade = new Upgrade(this, neighbours.upgrade);
    }

    String id() {
        return id;
    }

    public Handshake handshake() {
        return handshake;
    }

    public Context context() {
        return context;
    }

    public EngineSettings settings() {
        return neighbours.settings;
    }

    public Lane lane() {
        return neighbours.lane;
    }

    public boolean isOpen() {
        return open && !closing;
    }

    /** Bytes the network has not taken. */
    public long pending() {
        return transport.pending();
    }

    boolean isPolling() {
        return transport instanceof Polling;
    }

    Posts posts() {
        return posts;
    }

    Upgrade upgrade() {
        return upgrade;
    }

    /** In order with everything else that is asked of it. */
    public void run(Runnable task) {
        neighbours.lane.run(task);
    }

    /** At once if this is the loop: for what must be before the next message is read. */
    void soon(Runnable task) {
        if (neighbours.lane.isHere()) {
            task.run();
        } else {
            run(task);
        }
    }

    public void send(List<Outbound> packets) {
        run(() -> sendNow(packets));
    }

    /** What is delivered after the end is dropped. */
    public void deliver(Delivery delivery) {
        if (open) {
            transport.deliver(delivery);
        }
    }

    /** After what was sent before. */
    public void close(int code, String reason) {
        closing = true;
        run(() -> end(Ending.wanted(code, reason)));
    }

    /** Nobody knows what to do with this client. */
    public void fail() {
        end(Ending.unexpected());
    }

    /** The client broke a protocol above this one. */
    public void refuse(String reason, Departure why) {
        end(Ending.refused(reason, why));
    }

    /** The client is to say within a time what it came for; else it is closed. */
    public void expectEntry() {
        if (open) {
            neighbours.entry.begin(this);
        }
    }

    /** It has. */
    public void entered() {
        neighbours.entry.cancel(this);
    }

    /** The first request polls. */
    void begin(Exchange request) {
        greet(new JsonArray().add("websocket"));
        poll(request);
    }

    void begin(Wire wire) {
        transport = wire;
        greet(new JsonArray());
    }

    void poll(Exchange request) {
        if (!(transport instanceof Polling polling)) {
            request.refuse(EngineError.BAD_REQUEST);
        } else if (!polling.take(request)) {
            end(Ending.transportFailed());
            request.refuse(EngineError.BAD_REQUEST);
        } else if (!open) {
            forget();
        } else if (upgrade.isProbed()) {
            polling.hurry();
        }
    }

    /** Lets a request that polls come home, if there is one. */
    void hurryPoll() {
        if (transport instanceof Polling polling) {
            polling.hurry();
        }
    }

    void text(Wire from, byte[] utf8) {
        if (upgrade.isBy(from)) {
            upgrade.heard(from, utf8);
        } else if (from == transport && isOpen()) {
            incoming.packet(utf8);
        }
    }

    void binary(Wire from, byte[] bytes) {
        if (upgrade.isBy(from)) {
            upgrade.drop();
        } else if (from == transport && isOpen()) {
            incoming.binary(bytes);
        }
    }

    void lost(Wire wire, boolean broken) {
        if (upgrade.isBy(wire)) {
            upgrade.drop();
        } else if (wire == transport) {
            end(broken ? Ending.transportFailed() : Ending.clientClosed());
        }
    }

    void tooSlow(Transport slow) {
        if (slow == transport) {
            end(Ending.tooSlow());
        }
    }

    /** What polling has not sent goes first; nothing is lost or doubled. */
    void moveTo(Wire wire) {
        if (transport instanceof Polling polling) {
            polling.hurry();
            transport = wire;
            var left = polling.takeAll();
            if (!left.isEmpty()) {
                sendNow(left);
            }
        }
    }

    void ping() {
        sendNow(List.of(Outbound.PING));
        neighbours.pong.beginAfter(this, neighbours.ping);
    }

    void ponged() {
        neighbours.pong.cancel(this);
        neighbours.ping.begin(this);
    }

    void closedByClient() {
        hurryPoll();
        end(Ending.clientClosed());
    }

    /** The last trace: no request may name it any more. */
    void forget() {
        neighbours.lastPoll.cancel(this);
        neighbours.register.remove(this);
    }

    void end(Ending how) {
        if (!open) {
            return;
        }
        open = false;
        neighbours.ping.cancel(this);
        neighbours.pong.cancel(this);
        neighbours.entry.cancel(this);
        upgrade.drop();
        switch (transport) {
            case Wire wire -> {
                wire.close(how);
                forget();
            }
            case Polling polling -> {
                var told = polling.close();
                if (told || !how.orderly()) {
                    forget();
                } else {
                    neighbours.lastPoll.begin(this);
                }
            }
        }
        posts.over(how.orderly());
        ear.closed(how.why());
        gone.run();
    }

    private void greet(JsonArray upgrades) {
        var settings = settings();
        var greeting = new JsonObject()
                .put("sid", id)
                .put("upgrades", upgrades)
                .put("pingInterval", settings.pingInterval().toMillis())
                .put("pingTimeout", settings.pingTimeout().toMillis())
                .put("maxPayload", settings.maxPayload());
        sendNow(List.of(Outbound.text("0" + greeting.encode())));
        neighbours.ping.begin(this);
        ear.opened();
    }

    private void sendNow(List<Outbound> packets) {
        try (var delivery = new Delivery(packets)) {
            deliver(delivery);
        }
    }
}
