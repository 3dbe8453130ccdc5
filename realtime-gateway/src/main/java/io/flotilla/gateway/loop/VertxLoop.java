package io.flotilla.gateway.loop;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;

/** A {@link Loop} on one of Vert.x' event loops. */
public final class VertxLoop implements Loop {
    private final Context context;

    public VertxLoop(Context context) {
        this.context = context;
    }

    @Override
    public void run(Runnable task) {
        context.runOnContext(nothing -> task.run());
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Vertx vertx = context.owner();
        var id = vertx.setTimer(Math.max(1, delay.toMillis()), fired -> run(task));
        return () -> vertx.cancelTimer(id);
    }

    @Override
    public long now() {
        return System.nanoTime() / 1_000_000;
    }

    public Context context() {
        return context;
    }
}
