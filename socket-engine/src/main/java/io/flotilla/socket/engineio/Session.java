package io.flotilla.socket.engineio;

import io.flotilla.socket.EngineSettings;
import io.flotilla.socket.Handshake;
import io.flotilla.socket.Namespace.Departure;
import io.vertx.core.Context;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One client, whatever transport it is on. Lives on one event loop; {@link #run}, {@link #send}, {@link #close}, {@link #isOpen} and
 * {@link #pending} may be called from any thread, the rest only on the loop.
 */
public final class Session {
    /** Of the standard, for who does not say more. */
    private static final int NO_CODE = 1005;

    private static final int PROTOCOL_ERROR = 1002;
    private static final int UNEXPECTED = 1011;
    private static final int GOING_AWAY = 1001;
    private static final int SLOW = 4001;
    private static final byte[] PROBE = {PacketKind.PING, 'p', 'r', 'o', 'b', 'e'};

    private final String id;
    private final Handshake handshake;
    private final Context context;
    private final Times times;
    private final EngineSettings settings;
    private final Sessions registry;
    private final Runnable gone;
    private final Ear ear;
    private final AtomicReference<@Nullable Exchange> post = new AtomicReference<>();

    private volatile Transport transport;
    private @Nullable Wire candidate;
    private boolean probed;
    private volatile boolean open = true;
    /** It is being closed: what the client says from now on is not heard. */
    private volatile boolean closing;

    Session(
            String id,
            Handshake handshake,
            Context context,
            Times times,
            EngineSettings settings,
            Sessions registry,
            Runnable gone,
            Function<Session, Ear> ears) {
        this.id = id;
        this.handshake = handshake;
        this.context = context;
        this.times = times;
        this.settings = settings;
        this.registry = registry;
        this.gone = gone;
        this.transport = new Polling(this);
        this.ear = ears.apply(this);
    }

    public Handshake handshake() {
        return handshake;
    }

    public Context context() {
        return context;
    }

    public EngineSettings settings() {
        return settings;
    }

    public boolean isOpen() {
        return open && !closing;
    }

    public long pending() {
        return transport.pending();
    }

    public Lane lane() {
        return times.lane;
    }

    /** In order with everything else that is asked of it. */
    public void run(Runnable task) {
        times.lane.run(task);
    }

    /** At once if this is the loop: for what must be before the next message is read. */
    void soon(Runnable task) {
        if (times.lane.isHere()) {
            task.run();
        } else {
            run(task);
        }
    }

    public void send(List<Outbound> packets) {
        run(() -> {
            try (var delivery = new Delivery(packets)) {
                deliver(delivery);
            }
        });
    }

    /** On the loop. What is delivered after the end is dropped. */
    public void deliver(Delivery delivery) {
        if (open) {
            transport.deliver(delivery);
            if (transport instanceof Polling polling) {
                kept(polling);
            }
        }
    }

    /** After what was sent before. */
    public void close(int code, String reason, Departure why) {
        closing = true;
        run(() -> end(code, reason, why, true));
    }

    /** Nobody knows what to do with this client. On the loop. */
    public void fail() {
        end(UNEXPECTED, "unexpected", Departure.SERVER_CLOSE, true);
    }

    /** The client broke a protocol above this one. On the loop. */
    public void refuse(String reason, Departure why) {
        end(PROTOCOL_ERROR, reason, why, true);
    }

    /** The client is to say within a time what it came for; else it is closed. On the loop. */
    public void expectEntry() {
        if (open) {
            times.entry.begin(this);
        }
    }

    /** It has. On the loop. */
    public void entered() {
        times.entry.cancel(this);
    }

    String id() {
        return id;
    }

    boolean isPolling() {
        return transport instanceof Polling;
    }

    /** It has begun; on the loop. */
    void begin(Exchange request) {
        greet(true);
        poll(request);
    }

    void begin(Wire wire) {
        transport = wire;
        greet(false);
    }

    void poll(Exchange request) {
        if (!(transport instanceof Polling polling)) {
            request.refuse(EngineError.BAD_REQUEST);
        } else if (!polling.take(request)) {
            end(NO_CODE, "", Departure.TRANSPORT_ERROR, false);
            request.refuse(EngineError.BAD_REQUEST);
        } else if (!open) {
            forget();
        } else if (probed) {
            polling.hurry();
        }
    }

    void pollLost() {
        end(NO_CODE, "", Departure.TRANSPORT_ERROR, false);
    }

    /** A request with packets begins; false when there is one already, which is the end of the session. From any thread. */
    boolean beginPost(Exchange request) {
        if (post.compareAndSet(null, request)) {
            return true;
        }
        run(() -> end(NO_CODE, "", Departure.TRANSPORT_ERROR, false));
        return false;
    }

    void endPost(Exchange request) {
        post.compareAndSet(request, null);
    }

    void postLost(Exchange request) {
        if (post.compareAndSet(request, null)) {
            run(() -> end(NO_CODE, "", Departure.TRANSPORT_ERROR, false));
        }
    }

    /** Packets of a request whose body is there. */
    void posted(Exchange request, byte[] body) {
        if (!(transport instanceof Polling)) {
            endPost(request);
            request.refuse(EngineError.BAD_REQUEST);
            return;
        }
        for (var packet : Payload.split(body)) {
            if (!isOpen()) {
                break;
            }
            if (packet.length > 0 && packet[0] == PacketKind.BINARY) {
                Payload.bytes(packet).ifPresentOrElse(ear::binary, () -> odd("odd base64"));
            } else {
                packet(packet);
            }
        }
        endPost(request);
        request.taken();
    }

    void text(Wire from, byte[] utf8) {
        if (from == candidate) {
            probe(from, utf8);
        } else if (from == transport && isOpen()) {
            packet(utf8);
        }
    }

    void binary(Wire from, byte[] bytes) {
        if (from == candidate) {
            dropCandidate();
        } else if (from == transport && isOpen()) {
            ear.binary(bytes);
        }
    }

    void lost(Wire wire, boolean broken) {
        if (wire == candidate) {
            dropCandidate();
        } else if (wire == transport) {
            end(NO_CODE, "", broken ? Departure.TRANSPORT_ERROR : Departure.TRANSPORT_CLOSE, false);
        }
    }

    void tooSlow(Transport slow) {
        if (slow == transport) {
            end(SLOW, "slow", Departure.TRANSPORT_ERROR, false);
        }
    }

    /** A WebSocket that may become the transport. */
    void mayUpgradeTo(Wire wire) {
        if (candidate != null || !isPolling() || !open) {
            wire.close(NO_CODE, "");
        } else {
            candidate = wire;
            times.upgrade.begin(this);
        }
    }

    void upgradeMissed() {
        dropCandidate();
    }

    void entryMissed() {
        end(NO_CODE, "", Departure.SERVER_CLOSE, true);
    }

    void ping() {
        sendNow(Outbound.PING);
        times.pong.begin(this);
    }

    void pongMissed() {
        end(GOING_AWAY, "ping timeout", Departure.PING_TIMEOUT, false);
    }

    /** The last trace: no request may name it any more. */
    void forget() {
        times.lastPoll.cancel(this);
        registry.remove(this);
    }

    private void greet(boolean upgradable) {
        var upgrades = upgradable ? new JsonArray().add("websocket") : new JsonArray();
        var greeting = new JsonObject()
                .put("sid", id)
                .put("upgrades", upgrades)
                .put("pingInterval", settings.pingInterval().toMillis())
                .put("pingTimeout", settings.pingTimeout().toMillis())
                .put("maxPayload", settings.maxPayload());
        sendNow(Outbound.text("0" + greeting.encode()));
        times.ping.begin(this);
        ear.opened();
    }

    private void packet(byte[] utf8) {
        if (utf8.length == 0 || !PacketKind.isKnown(utf8[0])) {
            odd("unknown packet");
            return;
        }
        switch (utf8[0]) {
            case PacketKind.MESSAGE -> ear.text(utf8, 1);
            case PacketKind.PONG -> {
                times.pong.cancel(this);
                times.ping.begin(this);
            }
            case PacketKind.PING ->
                end(PROTOCOL_ERROR, "invalid heartbeat direction", Departure.TRANSPORT_ERROR, false);
            case PacketKind.CLOSE -> clientCloses();
            default -> {
                // The reference server takes no notice of an open, an upgrade out of turn or a noop.
            }
        }
    }

    private void clientCloses() {
        if (transport instanceof Polling polling) {
            polling.hurry();
        }
        end(NO_CODE, "", Departure.TRANSPORT_CLOSE, false);
    }

    private void odd(String what) {
        end(PROTOCOL_ERROR, what, Departure.PARSE_ERROR, false);
    }

    private void probe(Wire wire, byte[] utf8) {
        if (java.util.Arrays.equals(utf8, PROBE)) {
            probed = true;
            try (var delivery = new Delivery(List.of(Outbound.PROBED))) {
                wire.deliver(delivery);
            }
            if (transport instanceof Polling polling) {
                // The client waits for its request to come home before it moves over.
                polling.hurry();
            }
        } else if (utf8.length == 1 && utf8[0] == PacketKind.UPGRADE && probed) {
            upgrade(wire);
        } else {
            dropCandidate();
        }
    }

    private void upgrade(Wire wire) {
        times.upgrade.cancel(this);
        candidate = null;
        if (transport instanceof Polling polling) {
            polling.hurry();
            var left = polling.takeAll();
            transport = wire;
            if (!left.isEmpty()) {
                try (var delivery = new Delivery(left)) {
                    wire.deliver(delivery);
                }
            }
        }
    }

    private void dropCandidate() {
        var wire = candidate;
        if (wire != null) {
            candidate = null;
            probed = false;
            times.upgrade.cancel(this);
            wire.close(NO_CODE, "");
        }
    }

    private void sendNow(Outbound packet) {
        try (var delivery = new Delivery(List.of(packet))) {
            deliver(delivery);
        }
    }

    private void kept(Polling polling) {
        if (polling.pending() > settings.queue()) {
            polling.flush();
            if (polling.pending() > settings.queue()) {
                polling.takeAll();
                tooSlow(polling);
            }
        }
    }

    /** @param orderly a polling client may still fetch what was sent before */
    private void end(int code, String reason, Departure why, boolean orderly) {
        if (!open) {
            return;
        }
        open = false;
        times.ping.cancel(this);
        times.pong.cancel(this);
        times.entry.cancel(this);
        dropCandidate();
        switch (transport) {
            case Wire wire -> {
                wire.close(code, reason);
                forget();
            }
            case Polling polling -> endPolling(polling, orderly);
        }
        var posting = post.getAndSet(null);
        if (posting != null && !orderly) {
            posting.refuse(EngineError.BAD_REQUEST);
        }
        ear.closed(why);
        gone.run();
    }

    private void endPolling(Polling polling, boolean orderly) {
        var polled = polling.isPolled();
        try (var delivery = new Delivery(List.of(Outbound.CLOSE))) {
            polling.deliver(delivery);
        }
        polling.flush();
        if (polled || !orderly) {
            forget();
        } else {
            times.lastPoll.begin(this);
        }
    }
}
