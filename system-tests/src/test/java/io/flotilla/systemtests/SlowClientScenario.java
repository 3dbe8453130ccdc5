package io.flotilla.systemtests;

import static io.flotilla.systemtests.Harbour.json;
import static io.flotilla.systemtests.Scenario.veryPatiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.systemtests.wire.WireListener;
import io.flotilla.systemtests.wire.WireSocket;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** One who does not read costs the gateway a bounded queue, and the others nothing. */
@Order(24)
final class SlowClientScenario extends SocketScenario {
    /** With their size more than kernels keep for one connection (4 MiB), and the queue. */
    private static final int MESSAGES = 400;

    @Test
    void whoDoesNotReadIsClosedWithACodeToComeBackByAndNobodyElseFeelsIt() {
        var admin = harbour().admin();
        try (var shared = harbour().share()) {
            var quick = new Counter();
            var slow = new Counter();
            var join = json("room", shared.id()).toString();
            var quickSocket = harbour()
                    .wire
                    .open(Harbour.entrance(shared.guest(), flotilla().url(), "/rooms"), quick)
                    .join();
            assertThat(quickSocket.ask("join", join).join()).contains("\"ok\":true");
            var slowSocket = harbour()
                    .wire
                    .openNarrow(Harbour.entrance(shared.guest(), flotilla().url(), "/rooms"), slow)
                    .join();
            assertThat(slowSocket.ask("join", join).join()).contains("\"ok\":true");

            slowSocket.pause();
            var broadcast = json(
                    "target",
                    json("room", shared.id()),
                    "namespace",
                    "/rooms",
                    "event",
                    "measured",
                    "data",
                    json("text", "x".repeat(15_000)));
            try (var threads = Executors.newFixedThreadPool(4)) {
                for (int i = 0; i < MESSAGES; i++) {
                    threads.execute(
                            () -> Harbour.expect(admin.post("/api/realtime/broadcast", broadcast.toString()), 200));
                }
            }

            veryPatiently().until(() -> quick.heard.get() == MESSAGES);
            assertThat(quick.over).isNotDone();
            slowSocket.resume();
            veryPatiently().until(slow.over::isDone);
            assertThat(slow.over.join()).isIn(4001, 1006);
            assertThat(slow.heard.get()).isLessThan(MESSAGES);
        }
    }

    private static final class Counter implements WireListener {
        private final AtomicInteger heard = new AtomicInteger();
        private final CompletableFuture<Integer> over = new CompletableFuture<>();

        @Override
        public void heard(WireSocket socket, Buffer bytes, int from, int to) {
            if (bytes.getString(from, Math.min(to, from + 12)).startsWith("[\"measured\"")) {
                heard.incrementAndGet();
            }
        }

        @Override
        public void over(WireSocket socket, int code) {
            over.complete(code);
        }
    }
}
