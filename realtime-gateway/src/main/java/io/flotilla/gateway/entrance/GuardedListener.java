package io.flotilla.gateway.entrance;

import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.socket.TokenBucket;
import io.flotilla.socket.Event;
import io.flotilla.socket.Namespace;
import io.flotilla.socket.Socket;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** A feature's side of a socket, as the engine sees it. Lives on the socket's event loop. */
final class GuardedListener implements Namespace.Listener {
    private static final Logger LOG = Logger.getLogger(GuardedListener.class);

    /** Who sends so much in vain does not mean well. */
    private static final int MOST_DROPPED = 10_000;

    private final Socket socket;
    private final Namespace.Listener inner;
    private final OpenLives lives;
    private final EntranceMetrics metrics;
    private final InstantSource clock;
    private final TokenBucket bucket;
    private int dropped;
    private boolean opened;

    GuardedListener(
            Socket socket,
            Namespace.Listener inner,
            OpenLives lives,
            EntranceMetrics metrics,
            InstantSource clock,
            int eventsPerSecond) {
        this.socket = socket;
        this.inner = inner;
        this.lives = lives;
        this.metrics = metrics;
        this.clock = clock;
        this.bucket = new TokenBucket(eventsPerSecond, clock.millis());
    }

    @Override
    public void opened() {
        opened = true;
        metrics.opened(socket.namespace());
        inner.opened();
    }

    @Override
    public void heard(Event event) {
        metrics.heard(socket.namespace());
        if (!bucket.take(clock.millis())) {
            drop();
        } else if (!lives.isOver(socket)) {
            inner.heard(event);
        }
    }

    private void drop() {
        if (++dropped == MOST_DROPPED) {
            socket.close(CloseCode.BAD_MESSAGE.number(), "too many events");
        }
    }

    @Override
    public void gone(Namespace.Departure departure) {
        // Who was let in too late is gone before it was open.
        if (opened) {
            metrics.gone(socket.namespace(), departure.words());
        }
        try {
            inner.gone(departure);
        } catch (RuntimeException e) {
            LOG.errorf(e, "A departure from %s was not dealt with", socket.namespace());
        } finally {
            lives.gone(socket);
        }
    }
}
