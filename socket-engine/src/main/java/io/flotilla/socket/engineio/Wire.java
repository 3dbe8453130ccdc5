package io.flotilla.socket.engineio;

import io.flotilla.socket.payload.Delivery;
import io.flotilla.socket.websocket.WebSocketLine;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.ArrayList;
import java.util.List;

/**
 * A WebSocket as a session's transport. Its channel may live on another event loop than the session does: then messages hop over, and no
 * more are read until those have been heard.
 */
final class Wire implements Transport, WebSocketLine.Ear {
    private final Session session;
    private final WebSocketLine line;
    private final long most;
    /** Of the channel's loop. */
    private List<Runnable> heard = new ArrayList<>();
    /** Of the session's loop. */
    private boolean toFlush;

    private boolean settling;

    Wire(Session session, int mostMessage, long mostUnread) {
        this.session = session;
        this.most = mostUnread;
        this.line = new WebSocketLine(mostMessage, mostUnread, this);
    }

    WebSocketLine line() {
        return line;
    }

    @Override
    public void deliver(Delivery delivery) {
        line.write(delivery.frames(PooledByteBufAllocator.DEFAULT));
        if (!toFlush) {
            toFlush = true;
            session.lane().flushLater(this);
        }
        if (!settling && line.pending() > most) {
            settling = true;
            settle();
        }
    }

    @Override
    public void flush() {
        toFlush = false;
        line.flush();
    }

    @Override
    public long pending() {
        return line.pending();
    }

    void close(Ending how) {
        line.close(how.code(), how.reason());
    }

    /** Much has been written at once: what the network takes now is not what the client is behind. */
    private void settle() {
        var loop = line.loop();
        if (loop.inEventLoop()) {
            line.flush();
            settled();
        } else {
            loop.execute(() -> {
                line.flush();
                session.run(this::settled);
            });
        }
    }

    private void settled() {
        settling = false;
        if (line.pending() > most) {
            session.tooSlow(this);
        }
    }

    @Override
    public void text(byte[] utf8) {
        tell(() -> session.text(this, utf8));
    }

    @Override
    public void binary(byte[] bytes) {
        tell(() -> session.binary(this, bytes));
    }

    @Override
    public void gone(boolean broken) {
        paused();
        session.run(() -> session.lost(this, broken));
    }

    @Override
    public void paused() {
        if (heard.isEmpty()) {
            return;
        }
        var batch = heard;
        heard = new ArrayList<>();
        line.reading(false);
        session.run(() -> {
            batch.forEach(Runnable::run);
            line.reading(true);
        });
    }

    private void tell(Runnable message) {
        if (session.lane().isHere()) {
            message.run();
        } else {
            heard.add(message);
        }
    }
}
