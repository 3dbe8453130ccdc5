package io.flotilla.bench.fanout;

import io.flotilla.systemtests.wire.Entrance;
import io.flotilla.systemtests.wire.Wire;
import io.flotilla.systemtests.wire.WireListener;
import io.flotilla.systemtests.wire.WireSocket;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sockets that listen to one room. A message carries {@code ~<nanoseconds>~}, the time it was given to the server; nothing else of it is
 * looked at. Counting happens on the wire's event loop.
 */
final class Crowd implements WireListener, AutoCloseable {
    private static final int AT_ONCE = 64;
    private static final int PATIENCE_SECONDS = 60;
    private static final byte MARK = '~';

    private final Wire wire;
    private final List<WireSocket> sockets = new ArrayList<>();
    private final Semaphore opening = new Semaphore(AT_ONCE);
    private final Samples samples = new Samples();
    private final AtomicLong heard = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();

    Crowd(Wire wire) {
        this.wire = wire;
    }

    /** Opens one socket more for each entrance, and has it say {@code join} unless that is empty. Returns when all are in. */
    void gather(List<Entrance> entrances, String join) {
        var all = new ArrayList<CompletableFuture<WireSocket>>();
        for (var entrance : entrances) {
            opening.acquireUninterruptibly();
            all.add(wire.open(entrance, this)
                    .thenCompose(socket -> join.isEmpty()
                            ? CompletableFuture.completedFuture(socket)
                            : socket.ask("join", join).thenApply(answer -> welcome(socket, answer)))
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .whenComplete((socket, problem) -> opening.release()));
        }
        all.forEach(one -> sockets.add(one.join()));
    }

    int size() {
        return sockets.size();
    }

    WireSocket socket(int number) {
        return sockets.get(number);
    }

    /** Messages since the beginning or the last {@link #reset}. */
    long heard() {
        return heard.get();
    }

    /** Sockets that are over. */
    long lost() {
        return lost.get();
    }

    Samples samples() {
        return samples;
    }

    void reset() {
        var done = new CompletableFuture<Void>();
        wire.run(() -> {
            samples.clear();
            heard.set(0);
            done.complete(null);
        });
        done.join();
    }

    /** The mark that a text must carry to be timed. */
    static String stamped(String rest) {
        return "~" + System.nanoTime() + "~" + rest;
    }

    @Override
    public void heard(WireSocket socket, Buffer bytes, int from, int to) {
        int at = from;
        while (at < to && bytes.getByte(at) != MARK) {
            at++;
        }
        if (at == to) {
            return;
        }
        long stamp = 0;
        for (at++; bytes.getByte(at) != MARK; at++) {
            stamp = stamp * 10 + (bytes.getByte(at) - '0');
        }
        samples.add(System.nanoTime() - stamp);
        heard.lazySet(heard.get() + 1);
    }

    @Override
    public void over(WireSocket socket, int code) {
        lost.incrementAndGet();
    }

    @Override
    public void close() {
        sockets.forEach(WireSocket::cut);
    }

    private static WireSocket welcome(WireSocket socket, String answer) {
        if (!answer.startsWith("[{\"ok\":true")) {
            throw new IllegalStateException("not let into the room: " + answer);
        }
        return socket;
    }
}
