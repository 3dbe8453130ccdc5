package io.flotilla.gateway.media;

import io.flotilla.gateway.loop.Loop;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One open socket to a broker. Lives on the loop of its VM. */
final class BrokerLink implements Upstream.Link {
    private static final Duration PING = Duration.ofSeconds(10);

    private final ClientWebSocket socket;
    private final Loop loop;
    private boolean over;
    private Loop.@Nullable Timer ping;

    BrokerLink(ClientWebSocket socket, Loop loop) {
        this.socket = socket;
        this.loop = loop;
    }

    /** Before the socket is connected, so that nothing is missed. */
    void tell(Upstream.Listener listener) {
        socket.binaryMessageHandler(bytes -> loop.run(() -> unlessOver(() -> listener.binary(bytes))));
        socket.textMessageHandler(text -> loop.run(() -> unlessOver(() -> listener.text(text))));
        socket.drainHandler(nothing -> loop.run(() -> unlessOver(listener::drained)));
        socket.closeHandler(nothing -> loop.run(() -> unlessOver(() -> {
            end();
            listener.lost();
        })));
    }

    /** The socket is connected. Pings keep it alive and find out when the other side is gone without a word. */
    Upstream.Link open() {
        ping = loop.after(PING, this::ping);
        return this;
    }

    @Override
    public void say(String text) {
        unlessOver(() -> socket.writeTextMessage(text));
    }

    @Override
    public boolean isFull() {
        return !over && !socket.isClosed() && socket.writeQueueFull();
    }

    @Override
    public void close() {
        unlessOver(() -> {
            end();
            socket.close();
        });
    }

    private void ping() {
        unlessOver(() -> {
            socket.writePing(Buffer.buffer());
            ping = loop.after(PING, this::ping);
        });
    }

    private void end() {
        over = true;
        if (ping != null) {
            ping.cancel();
        }
    }

    private void unlessOver(Runnable task) {
        if (!over) {
            task.run();
        }
    }
}
