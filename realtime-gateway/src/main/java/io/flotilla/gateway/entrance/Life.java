package io.flotilla.gateway.entrance;

import io.flotilla.gateway.namespace.Identified;
import io.flotilla.gateway.namespace.LastWords;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.socket.OpenSocket;
import io.flotilla.socket.Socket;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** One identified socket, until its client goes or its time is over. Thread-safe. */
final class Life implements OpenSocket {
    private static final Logger LOG = Logger.getLogger(Life.class);

    private final Vertx vertx;
    private final Socket socket;
    private final Identified who;
    private final LastWords lastWords;
    private final Consumer<CloseCode> ended;
    private final AtomicBoolean over = new AtomicBoolean();
    private long timer = -1;
    private boolean gone;

    /** @param ended runs once, when its time is over and it has been told */
    Life(Vertx vertx, Socket socket, Identified who, LastWords lastWords, Consumer<CloseCode> ended) {
        this.vertx = vertx;
        this.socket = socket;
        this.who = who;
        this.lastWords = lastWords;
        this.ended = ended;
    }

    Identified who() {
        return who;
    }

    /** Whether nothing that its client says counts any more. */
    boolean isOver() {
        return over.get();
    }

    /** Does this in a while, unless something else is to be done by then, or the socket is gone. */
    synchronized void later(Duration pause, Runnable task) {
        if (!gone) {
            vertx.cancelTimer(timer);
            timer = vertx.setTimer(Math.max(1, pause.toMillis()), due -> task.run());
        }
    }

    /** The client has gone. */
    synchronized void gone() {
        gone = true;
        over.set(true);
        vertx.cancelTimer(timer);
    }

    @Override
    public String sessionId() {
        return who.sessionId();
    }

    @Override
    public boolean isConnection() {
        return false;
    }

    @Override
    public void close(CloseCode code, String reason) {
        if (over.compareAndSet(false, true)) {
            var pause = lastWords.pause();
            if (pause.isPositive()) {
                later(pause, () -> onLoop(code));
            } else {
                onLoop(code);
            }
        }
    }

    private void onLoop(CloseCode code) {
        socket.context().runOnContext(nothing -> finish(code));
    }

    private void finish(CloseCode code) {
        try {
            lastWords.say(code);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Last words in %s failed", socket.namespace());
        } finally {
            ended.accept(code);
        }
    }
}
