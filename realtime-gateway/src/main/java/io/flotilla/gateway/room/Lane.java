package io.flotilla.gateway.room;

import io.flotilla.kit.problem.Unavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tasks that may block, one after another, on a virtual thread that lives while there is something to do. Bounded; thread-safe. */
final class Lane {
    private static final Logger LOG = Logger.getLogger(Lane.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final int most;
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    Lane(String name, int most) {
        this.name = name;
        this.most = most;
    }

    /** False, and nothing is done, when too many wait. */
    boolean offer(Runnable task) {
        synchronized (this) {
            if (waiting.size() >= most) {
                return false;
            }
        }
        add(task);
        return true;
    }

    /** However many wait: for what happens once. */
    synchronized void add(Runnable task) {
        waiting.add(task);
        if (!running) {
            running = true;
            Thread.ofVirtual().name(name).start(this::run);
        }
    }

    /** Waits for what the task comes to; not to be called within the lane. */
    <T> T ask(Supplier<T> task) {
        var answer = new CompletableFuture<T>();
        var offered = offer(() -> {
            try {
                answer.complete(task.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        if (!offered) {
            throw new Unavailable("Too much waits for " + name);
        }
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Unavailable(name + " takes too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting for " + name, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private void run() {
        for (var task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.warnf(e, "Something in %s went wrong", name);
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        var task = waiting.poll();
        running = task != null;
        return task;
    }
}
