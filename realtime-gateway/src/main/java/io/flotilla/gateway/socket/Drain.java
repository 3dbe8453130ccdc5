package io.flotilla.gateway.socket;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.protocol.CloseCode;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Empties the node before it goes: takes nobody new, and closes the sockets one after the other so that their owners do not all ring at
 * the next node at once.
 */
@Singleton
final class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final long MS_PER_SOCKET = 20;
    /** For the last close frames to leave before the server does. */
    private static final long LAST_WORDS_MS = 100;

    private final OpenSockets sockets;
    private final GatewayConfig config;
    private volatile boolean draining;

    Drain(OpenSockets sockets, GatewayConfig config) {
        this.sockets = sockets;
        this.config = config;
    }

    boolean isDraining() {
        return draining;
    }

    /** Returns when the last socket has been told. */
    void run() {
        draining = true;
        var open = sockets.all();
        if (open.isEmpty()) {
            return;
        }
        LOG.infof("Draining %d sockets", open.size());
        var pause = pause(open.size(), config.drain().toMillis());
        for (var socket : open) {
            socket.close(CloseCode.DRAINING, CloseCode.DRAINING.reason());
            await(pause);
        }
        await(LAST_WORDS_MS);
    }

    /** Milliseconds between two sockets, so that all of them take no longer than they may. */
    static long pause(int sockets, long mostMs) {
        return Math.min(MS_PER_SOCKET, mostMs / sockets);
    }

    private static void await(long ms) {
        try {
            // Nobody counts it down: this waits without sleeping through an interruption.
            if (new CountDownLatch(1).await(ms, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts it down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
