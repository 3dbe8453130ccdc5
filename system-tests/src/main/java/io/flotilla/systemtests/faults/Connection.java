package io.flotilla.systemtests.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One client, one connection to the product, a pump each way. Thread-safe. */
final class Connection {
    private static final int CHUNK = 4 * 1024;
    private static final long LOOK_EVERY_NANOS = 2_000_000;

    private final Socket client;
    private final Socket server;
    private final Supplier<Weather> weather;
    private final long endsAfter;
    private final Consumer<Connection> over;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger ways = new AtomicInteger(2);
    private volatile boolean hushed;

    /** @param endsAfter bytes towards the client, then both sides are reset */
    Connection(Socket client, Socket server, Supplier<Weather> weather, long endsAfter, Consumer<Connection> over)
            throws IOException {
        this.client = client;
        this.server = server;
        this.weather = weather;
        this.endsAfter = endsAfter;
        this.over = over;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    void start() {
        Thread.ofVirtual().start(() -> pump(client, server, false));
        Thread.ofVirtual().start(() -> pump(server, client, true));
    }

    void hush() {
        hushed = true;
    }

    void reset() {
        if (ended.compareAndSet(false, true)) {
            reset(client);
            reset(server);
            over.accept(this);
        }
    }

    private void close() throws IOException {
        if (ended.compareAndSet(false, true)) {
            client.close();
            server.close();
            over.accept(this);
        }
    }

    /** Closes with RST rather than FIN. */
    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It was gone already.
        }
    }

    private void pump(Socket from, Socket to, boolean towardsClient) {
        try (var delayed = new Delayed(to.getOutputStream(), this::reset)) {
            carry(from.getInputStream(), delayed, towardsClient);
            delayed.awaitEmpty();
            if (!hushed) {
                to.shutdownOutput();
                if (ways.decrementAndGet() == 0) {
                    close();
                }
            }
        } catch (IOException e) {
            if (!hushed) {
                reset();
            }
        }
    }

    private void carry(InputStream in, Delayed out, boolean towardsClient) throws IOException {
        var chunk = new byte[CHUNK];
        long carried = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            while (weather.get().stalled() && !ended.get()) {
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
            if (hushed) {
                continue;
            }
            var now = weather.get();
            var most = (int) Math.min(read, endsAfter - carried);
            out.send(chunk, towardsClient ? most : read, now.latency());
            carried += towardsClient ? read : 0;
            if (carried >= endsAfter) {
                out.awaitEmpty();
                reset();
                return;
            }
            if (towardsClient && now.bytesPerSecond() < Long.MAX_VALUE) {
                LockSupport.parkNanos(read * 1_000_000_000L / now.bytesPerSecond());
            }
        }
    }
}
