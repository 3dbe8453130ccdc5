package io.flotilla.kit.identity;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * How exchanges go: timer {@code flotilla.exchange} (tags {@code kind} and {@code result}) of those that asked auth-service, counter
 * {@code flotilla.exchange.cache} (tag {@code result}: {@code hit} or {@code miss}) of all.
 */
@Singleton
public final class ExchangeMetrics {
    private final MeterRegistry meters;

    public ExchangeMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    Exchanged timed(String kind, Supplier<Exchanged> exchange) {
        var sample = Timer.start(meters);
        var result = "failed";
        try {
            var exchanged = exchange.get();
            result = name(exchanged);
            return exchanged;
        } finally {
            sample.stop(Timer.builder("flotilla.exchange")
                    .description("Exchanges of a credential for a user's token at auth-service")
                    .tag("kind", kind)
                    .tag("result", result)
                    .publishPercentileHistogram()
                    .register(meters));
        }
    }

    void looked(boolean hit) {
        meters.counter("flotilla.exchange.cache", "result", hit ? "hit" : "miss")
                .increment();
    }

    private static String name(Exchanged exchanged) {
        return switch (exchanged) {
            case Exchanged.Token _ -> "token";
            case Exchanged.Refused _ -> "refused";
            case Exchanged.Limited _ -> "limited";
            case Exchanged.Away _ -> "away";
        };
    }
}
