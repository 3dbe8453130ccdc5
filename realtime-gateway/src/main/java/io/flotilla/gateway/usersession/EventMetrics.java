package io.flotilla.gateway.usersession;

import io.flotilla.gateway.protocol.CloseCode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What an operator sees of these sockets. Thread-safe. */
@Singleton
class EventMetrics {
    private static final short BROKEN = 1006;
    private static final int LAST_STANDARD = 1015;

    private final MeterRegistry registry;
    private final AtomicInteger open = new AtomicInteger();

    EventMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("flotilla.events.sockets", open, AtomicInteger::get).register(registry);
    }

    void opened() {
        open.incrementAndGet();
    }

    /**
     * A socket is gone.
     *
     * @param ours null: we did not close it
     * @param theirs null: neither did the client, the connection just broke
     */
    void closed(@Nullable CloseCode ours, @Nullable Short theirs) {
        open.decrementAndGet();
        var code = ours == null ? tag(theirs == null ? BROKEN : theirs) : Integer.toString(ours.number());
        registry.counter("flotilla.events.closed", "code", code).increment();
    }

    void sent(String type) {
        registry.counter("flotilla.events.sent", "type", type).increment();
    }

    /** A client may close with any of thousands of codes: those the standard names are enough. */
    private static String tag(int code) {
        return code >= 1000 && code <= LAST_STANDARD ? Integer.toString(code) : "other";
    }
}
