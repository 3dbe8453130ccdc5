package io.flotilla.gateway.usersession;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What an operator sees of these sockets. Thread-safe. */
@Singleton
class EventMetrics {
    private static final int NO_CODE = 1006;

    private final MeterRegistry registry;
    private final AtomicInteger open = new AtomicInteger();

    EventMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("flotilla.events.sockets", open, AtomicInteger::get).register(registry);
    }

    void opened() {
        open.incrementAndGet();
    }

    /** The code is the client's or ours, both few; null when the connection just broke. */
    void closed(@Nullable Short code) {
        open.decrementAndGet();
        var number = code == null ? NO_CODE : code.intValue();
        // A client may close with any of a thousand codes of its own.
        var tag = number < 4000 || number > 4999 || isOurs(number) ? Integer.toString(number) : "other";
        registry.counter("flotilla.events.closed", "code", tag).increment();
    }

    void sent(String type) {
        registry.counter("flotilla.events.sent", "type", type).increment();
    }

    private static boolean isOurs(int number) {
        for (var code : io.flotilla.gateway.protocol.CloseCode.values()) {
            if (code.number() == number) {
                return true;
            }
        }
        return false;
    }
}
