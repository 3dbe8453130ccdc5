package io.flotilla.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts parts, starts again what dies, ends all in reverse order, those that were started together at the same time. A part that keeps dying is started again after 0.5, 1, 2 … 30 s;
 * a minute of life forgives. Thread-safe: the lock guards the list of parts and keeps a start from crossing the end.
 */
final class Supervisor {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration FORGIVING_LIFE = Duration.ofMinutes(1);

    private final PrintStream out;
    private final Deque<List<Part>> running = new ArrayDeque<>();
    private final CountDownLatch ending = new CountDownLatch(1);

    Supervisor(PrintStream out) {
        this.out = out;
    }

    /** Starts these parts and watches over them from now on. Throws when one does not start the first time. */
    synchronized void start(List<? extends Part> parts) {
        if (isEnding()) {
            return;
        }
        running.push(List.copyOf(parts));
        for (var part : parts) {
            var process = part.start();
            Thread.ofVirtual().name("watch-" + part.name()).start(() -> watch(part, process));
        }
    }

    /** Ends everything, the latest first. Idempotent; nothing is started afterwards. */
    void stopAll() {
        ending.countDown();
        synchronized (this) {
            while (!running.isEmpty()) {
                // Closing the executor waits for all of them.
                try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
                    running.pop().forEach(part -> together.execute(() -> stop(part)));
                }
            }
        }
    }

    private void watch(Part part, ProcessHandle first) {
        @Nullable ProcessHandle process = first;
        var pause = FIRST_PAUSE;
        while (true) {
            var begun = System.nanoTime();
            if (process != null) {
                process.onExit().join();
            }
            if (isEnding()) {
                return;
            }
            var lived = Duration.ofNanos(System.nanoTime() - begun);
            pause = lived.compareTo(FORGIVING_LIFE) > 0 ? FIRST_PAUSE : pause;
            out.println("  " + part.name() + " ended unexpectedly; starting it again.");
            if (endingWithin(pause)) {
                return;
            }
            process = again(part);
            pause = next(pause);
        }
    }

    private synchronized @Nullable ProcessHandle again(Part part) {
        if (isEnding()) {
            return null;
        }
        try {
            return part.start();
        } catch (RuntimeException e) {
            out.println("  " + part.name() + ": " + e.getMessage());
            return null;
        }
    }

    private void stop(Part part) {
        try {
            part.stop();
        } catch (RuntimeException e) {
            // The others must still be ended.
            out.println("  " + part.name() + ": " + e.getMessage());
        }
    }

    private boolean isEnding() {
        return ending.getCount() == 0;
    }

    private boolean endingWithin(Duration pause) {
        try {
            return ending.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    static Duration next(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
