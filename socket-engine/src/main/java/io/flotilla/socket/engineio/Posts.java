package io.flotilla.socket.engineio;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The requests with which a polling client sends packets: one at a time. Thread-safe, but for {@link #heard} and {@link #over}. */
final class Posts {
    private final Session session;
    private final Incoming incoming;
    private final AtomicReference<@Nullable Exchange> current = new AtomicReference<>();

    Posts(Session session, Incoming incoming) {
        this.session = session;
        this.incoming = incoming;
    }

    /** False when there is one already, which is the end of the session. */
    boolean begin(Exchange request) {
        if (current.compareAndSet(null, request)) {
            return true;
        }
        session.run(() -> session.end(Ending.transportFailed()));
        return false;
    }

    /** It is refused, and the session goes on. */
    void end(Exchange request) {
        current.compareAndSet(request, null);
    }

    /** It broke off, or was odd. */
    void lost(Exchange request) {
        if (current.compareAndSet(request, null)) {
            session.run(() -> session.end(Ending.transportFailed()));
        }
    }

    /** Its body is there. On the session's event loop. */
    void heard(Exchange request, byte[] body) {
        if (session.isPolling()) {
            incoming.batch(body);
            end(request);
            request.taken();
        } else {
            end(request);
            request.refuse(EngineError.BAD_REQUEST);
        }
    }

    /** The session has ended. On its event loop. */
    void over(boolean orderly) {
        var request = current.getAndSet(null);
        if (request != null && !orderly) {
            request.refuse(EngineError.BAD_REQUEST);
        }
    }
}
