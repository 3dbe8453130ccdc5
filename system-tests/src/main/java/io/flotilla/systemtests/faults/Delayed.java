package io.flotilla.systemtests.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Writes what it is given when it is time, in order; keeps little, so that whoever sends too much is held back. */
final class Delayed implements AutoCloseable {
    private static final int MOST_CHUNKS = 64;

    private record Chunk(ByteBuffer bytes, long due) {}

    private final BlockingQueue<Chunk> queue = new ArrayBlockingQueue<>(MOST_CHUNKS);
    private final AtomicInteger unwritten = new AtomicInteger();
    private final OutputStream out;
    private final Runnable failed;
    private final Thread writer;

    Delayed(OutputStream out, Runnable failed) {
        this.out = out;
        this.failed = failed;
        this.writer = Thread.ofVirtual().start(this::write);
    }

    void send(byte[] bytes, int length, Duration latency) throws IOException {
        if (latency.isZero() && unwritten.get() == 0) {
            out.write(bytes, 0, length);
            return;
        }
        unwritten.incrementAndGet();
        try {
            queue.put(new Chunk(ByteBuffer.wrap(Arrays.copyOf(bytes, length)), System.nanoTime() + latency.toNanos()));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    void awaitEmpty() {
        while (unwritten.get() > 0 && writer.isAlive()) {
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public void close() {
        writer.interrupt();
    }

    private void write() {
        try {
            while (true) {
                var chunk = queue.take();
                for (long left = chunk.due() - System.nanoTime(); left > 0; left = chunk.due() - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                    if (Thread.interrupted()) {
                        return;
                    }
                }
                out.write(chunk.bytes().array());
                unwritten.decrementAndGet();
            }
        } catch (IOException e) {
            failed.run();
        } catch (InterruptedException e) {
            // Closed: what is left is for nobody.
        }
    }
}
