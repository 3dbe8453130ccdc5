package io.flotilla.socket.engineio;

import io.flotilla.socket.payload.Delivery;
import io.flotilla.socket.payload.Outbound;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Packets wait for the client's next request. */
final class Polling implements Transport {
    private final Session session;
    private Queue<Outbound> waiting = new ArrayDeque<>();
    private @Nullable Exchange poll;
    private boolean toFlush;
    private volatile long bytes;

    Polling(Session session) {
        this.session = session;
    }

    /** A request that waits for packets. False when there is one already. */
    boolean take(Exchange request) {
        if (poll != null) {
            return false;
        }
        poll = request;
        request.whenLost(() -> session.run(() -> lost(request)));
        flush();
        return true;
    }

    boolean isPolled() {
        return poll != null;
    }

    /** A request goes home at once, with whatever there is. */
    void hurry() {
        if (poll != null) {
            if (waiting.isEmpty()) {
                waiting.add(Outbound.NOOP);
            }
            flush();
        }
    }

    @Override
    public void deliver(Delivery delivery) {
        delivery.packets().forEach(this::keep);
        if (bytes > session.settings().queue()) {
            flush();
            if (bytes > session.settings().queue()) {
                takeAll();
                session.tooSlow(this);
                return;
            }
        }
        if (!toFlush) {
            toFlush = true;
            session.lane().flushLater(this);
        }
    }

    @Override
    public void flush() {
        toFlush = false;
        var request = poll;
        if (request != null && !waiting.isEmpty()) {
            poll = null;
            request.packets(takeAll());
        }
    }

    /** Whether a request was there to be told. */
    boolean close() {
        var polled = poll != null;
        keep(Outbound.CLOSE);
        flush();
        return polled;
    }

    /** What has not been sent; nobody else will. */
    List<Outbound> takeAll() {
        var all = List.copyOf(waiting);
        waiting = new ArrayDeque<>();
        bytes = 0;
        return all;
    }

    @Override
    public long pending() {
        return bytes;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // One writer.
    private void keep(Outbound packet) {
        waiting.add(packet);
        bytes += packet.size();
    }

    private void lost(Exchange request) {
        if (poll == request) {
            poll = null;
            session.end(Ending.transportFailed());
        }
    }
}
