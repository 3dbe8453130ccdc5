package io.flotilla.session.monitoring;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Has the timers keep the percentiles that administrators look at. */
@Singleton
final class MonitoringBeans {
    static final String EXCHANGE = "flotilla.exchange";

    @Produces
    @Singleton
    MeterFilter percentilesOfExchanges() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(EXCHANGE)
                        ? DistributionStatisticConfig.builder()
                                .percentiles(0.5, 0.99)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }
}
