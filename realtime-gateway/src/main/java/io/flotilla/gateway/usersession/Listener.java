package io.flotilla.gateway.usersession;

import io.flotilla.gateway.media.Outlet;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.socket.OpenSocket;
import io.flotilla.gateway.usersession.UserSessionEvent.SessionEnded;
import java.util.function.Consumer;

/** One tab that listens. The lock keeps what it hears in order, {@code hello} first. Thread-safe; nothing here blocks. */
final class Listener implements OpenSocket {
    private final Visitor visitor;
    private final Outlet outlet;
    private final long queue;
    private final Consumer<Runnable> soon;
    private final EventMetrics metrics;
    private boolean greeted;
    private boolean over;

    /**
     * Hears nothing before {@link #hello}.
     *
     * @param queue bytes it may be behind
     * @param soon runs a task in a moment: a revocation may be known before its reason
     */
    Listener(Visitor visitor, Outlet outlet, long queue, Consumer<Runnable> soon, EventMetrics metrics) {
        this.visitor = visitor;
        this.outlet = outlet;
        this.queue = queue;
        this.soon = soon;
        this.metrics = metrics;
    }

    Visitor visitor() {
        return visitor;
    }

    /** Whatever was before, the client asks for now. */
    synchronized void hello() {
        greeted = true;
        send("hello", EventMessages.hello(visitor));
    }

    /** Passes the event on; one that comes before {@code hello} is left to what the client asks for then. */
    synchronized void hear(UserSessionEvent event) {
        if (!greeted || over) {
            return;
        }
        send(event.type(), EventMessages.of(event));
        if (event instanceof SessionEnded ended && ended.sessionId().equals(visitor.sessionId())) {
            over = true;
            OpenSocket.super.sessionOver();
        }
    }

    /** The session behind it is over, and why; heard once, whoever says it first. */
    void ended(String reason) {
        hear(new SessionEnded(visitor.userId(), visitor.sessionId(), reason));
    }

    @Override
    public String sessionId() {
        return visitor.sessionId();
    }

    @Override
    public void close(CloseCode code, String reason) {
        outlet.close(code, reason);
    }

    /** The channel is likely to say why in a moment; it need not. */
    @Override
    public void sessionOver() {
        soon.accept(() -> ended("revoked"));
    }

    private void send(String type, String message) {
        outlet.text(message);
        metrics.sent(type);
        if (outlet.pending() > queue) {
            close(CloseCode.SLOW, CloseCode.SLOW.reason());
        }
    }
}
