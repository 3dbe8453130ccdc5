package io.flotilla.socket.engineio;

import io.flotilla.socket.loop.Deadlines;
import io.flotilla.socket.payload.Delivery;
import io.flotilla.socket.payload.Outbound;
import io.flotilla.socket.payload.PacketKind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket on its way to becoming a polling session's transport: it is probed, the client ends its polling, and then says that it moves
 * over. Until then the session goes on as if there were none. On the session's event loop.
 */
final class Upgrade {
    private static final byte[] PROBE = {PacketKind.PING, 'p', 'r', 'o', 'b', 'e'};

    private final Session session;
    private final Deadlines<Session> deadline;
    private @Nullable Wire candidate;
    private boolean probed;

    Upgrade(Session session, Deadlines<Session> deadline) {
        this.session = session;
        this.deadline = deadline;
    }

    /** One at a time, and only once. */
    void begin(Wire wire) {
        if (candidate != null || !session.isPolling() || !session.isOpen()) {
            wire.close(Ending.transportFailed());
        } else {
            candidate = wire;
            deadline.begin(session);
        }
    }

    boolean isBy(Wire wire) {
        return candidate == wire;
    }

    /** Whether requests that poll are to come home at once: the client waits for that before it moves over. */
    boolean isProbed() {
        return probed;
    }

    void heard(Wire wire, byte[] utf8) {
        if (Arrays.equals(utf8, PROBE)) {
            probed = true;
            try (var delivery = new Delivery(List.of(Outbound.PROBED))) {
                wire.deliver(delivery);
            }
            session.hurryPoll();
        } else if (utf8.length == 1 && utf8[0] == PacketKind.UPGRADE && probed) {
            forget();
            session.moveTo(wire);
        } else {
            drop();
        }
    }

    void drop() {
        var wire = candidate;
        if (wire != null) {
            forget();
            wire.close(Ending.transportFailed());
        }
    }

    private void forget() {
        candidate = null;
        probed = false;
        deadline.cancel(session);
    }
}
