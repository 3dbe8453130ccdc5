package io.flotilla.gateway.media;

import io.flotilla.gateway.loop.Loop;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one VM's upstream open while it is wanted, wherever its broker is by now.
 *
 * <pre>
 * {@link State.Resting} ── start ──▶ {@link State.Dialling} ── opened ──▶ {@link State.Live}
 *        ▲                 ▲    │ refused              │ lost
 *        │ gave up         │    ▼                      ▼
 *        └──────────── {@link State.Waiting} ◀─────────┘
 * </pre>
 *
 * {@link #stop} leads back to resting from everywhere. Lives on its loop.
 */
final class UpstreamKeeper {
    /** Hears what comes of it; on the loop. */
    interface Owner {
        /** Everything that was said before is void: the broker says all that holds again. */
        void live();

        void binary(Buffer bytes);

        void text(String text);

        void drained();

        /** The keeper rests; start it again for whoever comes. */
        void gaveUp(Upstream.Why why);
    }

    private sealed interface State {
        record Resting() implements State {}

        record Dialling() implements State {}

        record Live(Upstream.Link link) implements State {}

        record Waiting(Loop.Timer timer) implements State {}
    }

    private final String vmId;
    private final Upstream upstream;
    private final Loop loop;
    private final Backoff backoff;
    private final Duration patience;
    private final Owner owner;

    private State state = new State.Resting();
    private @Nullable Attempt attempt;
    private long failingSince;

    UpstreamKeeper(String vmId, Upstream upstream, Loop loop, Backoff backoff, Duration patience, Owner owner) {
        this.vmId = vmId;
        this.upstream = upstream;
        this.loop = loop;
        this.backoff = backoff;
        this.patience = patience;
        this.owner = owner;
    }

    void start() {
        if (state instanceof State.Resting) {
            failingSince = loop.now();
            backoff.reset();
            dial();
        }
    }

    void stop() {
        switch (state) {
            case State.Live(var link) -> link.close();
            case State.Waiting(var timer) -> timer.cancel();
            case State.Resting() -> {}
            case State.Dialling() -> {}
        }
        attempt = null;
        state = new State.Resting();
    }

    /** Gives the link up as stuck and dials anew. */
    void renew() {
        stop();
        start();
    }

    boolean isLive() {
        return state instanceof State.Live;
    }

    /** False when there is no link to say it on. */
    boolean say(String text) {
        if (state instanceof State.Live(var link)) {
            link.say(text);
            return true;
        }
        return false;
    }

    boolean isFull() {
        return state instanceof State.Live(var link) && link.isFull();
    }

    private void dial() {
        state = new State.Dialling();
        attempt = new Attempt();
        upstream.dial(vmId, loop, attempt);
    }

    private void failed(Upstream.Why why) {
        attempt = null;
        if (loop.now() - failingSince >= patience.toMillis()) {
            state = new State.Resting();
            owner.gaveUp(why);
            return;
        }
        state = new State.Waiting(loop.after(backoff.next(), this::again));
    }

    private void again() {
        if (state instanceof State.Waiting) {
            dial();
        }
    }

    /** One dial and the link that came of it; deaf once another has taken its place. */
    private final class Attempt implements Upstream.Listener {
        @Override
        public void opened(Upstream.Link link) {
            if (attempt != this) {
                link.close();
                return;
            }
            state = new State.Live(link);
            backoff.reset();
            owner.live();
        }

        @Override
        public void binary(Buffer bytes) {
            if (attempt == this) {
                owner.binary(bytes);
            }
        }

        @Override
        public void text(String text) {
            if (attempt == this) {
                owner.text(text);
            }
        }

        @Override
        public void drained() {
            if (attempt == this) {
                owner.drained();
            }
        }

        @Override
        public void refused(Upstream.Why why) {
            if (attempt == this) {
                failed(why);
            }
        }

        @Override
        public void lost() {
            if (attempt == this) {
                failingSince = loop.now();
                failed(Upstream.Why.UNREACHABLE);
            }
        }
    }
}
