package io.flotilla.kit.fact;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The thread of one subscription: takes, handles, waits a growing while after a failure, and ends when closed. */
final class FactLoop implements FactStream.Subscription {
    private static final Logger log = Logger.getLogger(FactLoop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int TRIES_IN_PLACE = 5;

    private final Consumer<String> handler;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Thread thread = Thread.currentThread();

    FactLoop(Consumer<String> handler) {
        this.handler = handler;
    }

    /** One round: takes what there is and hands it to {@link #handle}. May wait a little for news. */
    interface Round {
        void run() throws InterruptedException;
    }

    void start(String name, Round round) {
        thread = Thread.ofVirtual().name("facts " + name).start(() -> run(name, round));
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Tries a few times in place, for order's sake; false leaves the fact to a later round, so that a poisoned one holds up nobody. */
    boolean handle(String fact) throws InterruptedException {
        var pause = FIRST_PAUSE;
        for (int attempt = 1; attempt <= TRIES_IN_PLACE && !isClosed(); attempt++) {
            try {
                handler.accept(fact);
                return true;
            } catch (RuntimeException e) {
                log.warnf(e, "a fact could not be handled, attempt %d", attempt);
            }
            pauseUnlessClosed(pause);
            pause = pause.multipliedBy(3);
        }
        return false;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            if (thread != Thread.currentThread()) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(String name, Round round) {
        var pause = FIRST_PAUSE;
        while (!isClosed()) {
            try {
                round.run();
                pause = FIRST_PAUSE;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (pause.equals(FIRST_PAUSE)) {
                    log.warnf("facts of %s cannot be read, trying again: %s", name, e.toString());
                }
                pauseUnlessClosed(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    private boolean pauseUnlessClosed(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
            return true;
        }
    }
}
