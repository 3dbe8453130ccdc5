package io.flotilla.kit.revocation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Gauge {@code flotilla.revocations}: entries known now; counter {@code flotilla.revocations.heard}: since the start. */
@Singleton
final class RevocationMetrics {
    private final MeterRegistry meters;
    private final RedisRevocations revocations;

    RevocationMetrics(MeterRegistry meters, RedisRevocations revocations) {
        this.meters = meters;
        this.revocations = revocations;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("flotilla.revocations", revocations, RedisRevocations::known)
                .description("Revoked user sessions whose tokens have not all expired")
                .register(meters);
        var heard = meters.counter("flotilla.revocations.heard");
        var _ = revocations.onRevoked(sid -> heard.increment());
    }
}
