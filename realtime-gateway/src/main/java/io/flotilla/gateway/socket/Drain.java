package io.flotilla.gateway.socket;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.protocol.CloseCode;
import io.quarkus.arc.All;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.List;
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

    private static final long LATE_MS = 2_000;

    private final OpenSockets sockets;
    private final List<Drainable> others;
    private final GatewayConfig config;
    private volatile boolean leaving;
    private volatile boolean draining;

    Drain(OpenSockets sockets, @All List<Drainable> others, GatewayConfig config) {
        this.sockets = sockets;
        this.others = others;
        this.config = config;
    }

    /** Whether others should send nobody here any more. */
    boolean isLeaving() {
        return leaving;
    }

    /** Whether nobody is let in any more. */
    boolean isDraining() {
        return draining;
    }

    /** Returns when the last socket has been told. */
    void run() {
        leaving = true;
        // Load balancers go on sending people until they have noticed.
        await(config.drainNotice().toMillis());
        draining = true;
        var told = others.stream()
                .map(other -> other.drain(CloseCode.DRAINING, config.drain()))
                .toList();
        closePlainSockets();
        await(Future.join(told));
        await(LAST_WORDS_MS);
    }

    private void closePlainSockets() {
        var open = sockets.all().stream().filter(OpenSocket::isConnection).toList();
        if (open.isEmpty()) {
            return;
        }
        LOG.infof("Draining %d media sockets", open.size());
        var pause = pause(open.size(), config.drain().toMillis());
        for (var socket : open) {
            socket.close(CloseCode.DRAINING, CloseCode.DRAINING.reason());
            await(pause);
        }
    }

    /** Milliseconds between two sockets, so that all of them take no longer than they may. */
    static long pause(int sockets, long mostMs) {
        return Math.min(MS_PER_SOCKET, mostMs / sockets);
    }

    /** Whoever has not told everybody by then leaves it to the end of the process. */
    private void await(Future<?> told) {
        var done = new CountDownLatch(1);
        told.onComplete(result -> done.countDown());
        try {
            if (!done.await(config.drain().toMillis() + LATE_MS, TimeUnit.MILLISECONDS)) {
                LOG.warn("Not everybody could be told that this node goes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
