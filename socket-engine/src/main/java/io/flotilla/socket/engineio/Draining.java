package io.flotilla.socket.engineio;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;

/** Closes sessions one after the other, so that their owners do not all ring elsewhere at once. */
final class Draining {
    private static final int STEP_MS = 10;

    private final Vertx vertx;
    private final Queue<Session> left;
    private final int code;
    private final String reason;
    private final Promise<Void> told = Promise.promise();

    Draining(Vertx vertx, Collection<Session> sessions, int code, String reason) {
        this.vertx = vertx;
        this.left = new ArrayDeque<>(sessions);
        this.code = code;
        this.reason = reason;
    }

    Future<Void> over(long ms) {
        step(Math.max(ms / STEP_MS, 1));
        return told.future();
    }

    private void step(long stepsLeft) {
        var now = Math.ceilDiv(left.size(), stepsLeft);
        for (var i = 0L; i < now; i++) {
            left.remove().close(code, reason);
        }
        if (left.isEmpty()) {
            told.complete();
        } else {
            vertx.setTimer(STEP_MS, next -> step(stepsLeft - 1));
        }
    }
}
