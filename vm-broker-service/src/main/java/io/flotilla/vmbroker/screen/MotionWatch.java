package io.flotilla.vmbroker.screen;

import io.flotilla.vmbroker.x11.Damage;
import io.flotilla.vmbroker.x11.XConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells when the screen begins and ceases to change, from what the display says was drawn. While it rests, a single event waits; while it
 * moves, the display is asked again every {@link #LOOK_MS}. An act may announce motion, so that the first changed frame is not missed.
 */
final class MotionWatch {
    private static final int LOOK_MS = 50;
    private static final long REST_NANOS = Duration.ofMillis(160).toNanos();

    private final Damage damage;
    private final ScheduledExecutorService timers;
    private final Consumer<Boolean> listener;
    private boolean moving;
    private boolean watched;
    private long lastChange;

    MotionWatch(XConnection display, ScheduledExecutorService timers, Consumer<Boolean> listener) throws IOException {
        this.damage = new Damage(display);
        this.timers = timers;
        this.listener = listener;
    }

    void on(ByteBuffer event) {
        if (damage.isDamage(event)) {
            expect();
        }
    }

    /** Something was drawn, or is about to be. */
    synchronized void expect() {
        lastChange = System.nanoTime();
        if (watched && !moving) {
            moving = true;
            listener.accept(true);
            look();
        }
    }

    synchronized void watched(boolean yes) {
        if (watched == yes) {
            return;
        }
        watched = yes;
        if (yes) {
            expect();
        } else if (moving) {
            moving = false;
            listener.accept(false);
        }
    }

    private void look() {
        var _ = timers.schedule(this::check, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    private synchronized void check() {
        if (!moving) {
            return;
        }
        if (System.nanoTime() - lastChange > REST_NANOS) {
            moving = false;
            listener.accept(false);
        } else {
            look();
        }
        try {
            damage.listen();
        } catch (IOException e) {
            moving = false;
        }
    }
}
