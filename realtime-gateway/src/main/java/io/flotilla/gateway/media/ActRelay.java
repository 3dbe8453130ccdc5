package io.flotilla.gateway.media;

import io.flotilla.gateway.protocol.Act;
import io.flotilla.gateway.protocol.ActWriter;

/** Passes acts on to the VM, in order, as fast as the way takes them. Lives on its stage's loop. */
final class ActRelay {
    private static final int MOST_WAITING = 512;

    private final UpstreamKeeper upstream;
    private final MediaMetrics metrics;
    private final ActQueue waiting = new ActQueue(MOST_WAITING);

    ActRelay(UpstreamKeeper upstream, MediaMetrics metrics) {
        this.upstream = upstream;
        this.metrics = metrics;
    }

    void pass(String by, Act act) {
        if (!upstream.isLive()) {
            // A click that comes through seconds late hits something else.
            metrics.actsLost(1);
        } else if (waiting.isEmpty() && !upstream.isFull()) {
            upstream.say(ActWriter.write(by, act));
        } else if (!waiting.add(by, act)) {
            metrics.actsLost(1);
            upstream.renew();
        }
    }

    void drained() {
        while (upstream.isLive() && !upstream.isFull()) {
            var next = waiting.poll();
            if (next == null) {
                return;
            }
            upstream.say(ActWriter.write(next.by(), next.act()));
        }
    }

    /** There is another way now; what waited for the old one is stale. */
    void startOver() {
        metrics.actsLost(waiting.clear());
    }
}
