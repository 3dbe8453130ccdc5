package io.flotilla.gateway.entrance;

import io.flotilla.gateway.protocol.CloseCode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What an operator sees of the Socket.IO port: gauges {@code flotilla.socket.connections}, {@code flotilla.socket.sockets} (by
 * namespace), {@code flotilla.socket.checks.waiting}; counters {@code flotilla.socket.refused} (by reason), {@code
 * flotilla.socket.events} (by namespace), {@code flotilla.socket.ended} (by code), {@code flotilla.socket.left} (by how). Thread-safe.
 */
@Singleton
class EntranceMetrics {
    private final MeterRegistry registry;
    private final ConcurrentMap<String, AtomicInteger> sockets = new ConcurrentHashMap<>();

    EntranceMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(Turnstile turnstile) {
        Gauge.builder("flotilla.socket.checks.waiting", turnstile, Turnstile::waiting)
                .register(registry);
    }

    void watchConnections(Supplier<Number> connections) {
        Gauge.builder("flotilla.socket.connections", connections).register(registry);
    }

    /** Before the connection, or from a namespace. */
    void refused(String reason) {
        registry.counter("flotilla.socket.refused", "reason", reason).increment();
    }

    void opened(String namespace) {
        open(namespace).incrementAndGet();
    }

    void gone(String namespace, String how) {
        open(namespace).decrementAndGet();
        registry.counter("flotilla.socket.left", "how", how).increment();
    }

    void heard(String namespace) {
        registry.counter("flotilla.socket.events", "namespace", namespace).increment();
    }

    /** By us, before the client wanted to. */
    void ended(CloseCode code) {
        registry.counter("flotilla.socket.ended", "code", code.reason()).increment();
    }

    private AtomicInteger open(String namespace) {
        return sockets.computeIfAbsent(namespace, path -> {
            var count = new AtomicInteger();
            Gauge.builder("flotilla.socket.sockets", count, AtomicInteger::get)
                    .tag("namespace", path)
                    .register(registry);
            return count;
        });
    }
}
