package io.flotilla.socket;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets everybody in but a page of {@code https://evil.test} and who asks with {@code ?refuse}; counts who came and went. */
public final class TestDoor implements Door {
    public static final String FOREIGN = "https://evil.test";

    public final AtomicInteger admitted = new AtomicInteger();
    public final AtomicInteger gone = new AtomicInteger();

    @Override
    public Future<Admission> admit(Handshake handshake) {
        if (handshake.query().contains("refuse")) {
            var headers = MultiMap.caseInsensitiveMultiMap().add("Retry-After", "7");
            return Future.succeededFuture(new Admission.Refused(429, 4, "Too many connections", headers));
        }
        if (handshake.query().contains("unknown")) {
            return Future.failedFuture("nobody knows");
        }
        admitted.incrementAndGet();
        return Future.succeededFuture(new Admission.Admitted(gone::incrementAndGet));
    }

    @Override
    public boolean letsIn(Handshake request) {
        return !FOREIGN.equals(request.headers().get("Origin"));
    }
}
