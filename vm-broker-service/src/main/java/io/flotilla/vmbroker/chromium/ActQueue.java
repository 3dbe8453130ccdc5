package io.flotilla.vmbroker.chromium;

import io.flotilla.vmbroker.browser.Act;
import io.flotilla.vmbroker.input.Merging;
import java.util.ArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Carries acts out one after the other on a thread of their own, so that whoever brings them never waits. */
final class ActQueue implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ActQueue.class);
    /** Far more than people can do while one act is carried out; past it the browser is stuck, and acts are refused. */
    private static final int WAITING = 20_000;

    private final LinkedBlockingQueue<Act> waiting = new LinkedBlockingQueue<>(WAITING);
    private final Consumer<Act> hands;
    private final Thread worker;

    ActQueue(String name, Consumer<Act> hands) {
        this.hands = hands;
        this.worker = Thread.ofVirtual().name("acts-" + name).start(this::work);
    }

    void add(Act act) {
        if (!waiting.offer(act)) {
            LOG.debug("an act was refused: the browser is stuck");
        }
    }

    @Override
    public void close() {
        worker.interrupt();
    }

    private void work() {
        var batch = new ArrayList<Act>();
        try {
            while (true) {
                batch.add(waiting.take());
                waiting.drainTo(batch);
                for (var act : Merging.withoutStaleMoves(batch)) {
                    carryOut(act);
                }
                batch.clear();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void carryOut(Act act) {
        try {
            hands.accept(act);
        } catch (RuntimeException e) {
            LOG.debugf("an act failed: %s", e.getMessage());
        }
    }
}
