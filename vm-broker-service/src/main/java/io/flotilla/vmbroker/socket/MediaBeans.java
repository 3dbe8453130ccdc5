package io.flotilla.vmbroker.socket;

import io.flotilla.vmbroker.config.BrokerConfig;
import io.flotilla.vmbroker.media.LinkFlow;
import io.flotilla.vmbroker.media.StageSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What all stages share, from configuration. */
@ApplicationScoped
public class MediaBeans {
    @Produces
    @Singleton
    StageSettings stageSettings(Vertx vertx, InstantSource clock, BrokerConfig config, MeterRegistry meters) {
        var media = config.broker().media();
        return new StageSettings(
                clock,
                (delay, task) -> vertx.setTimer(Math.max(1, delay.toMillis()), _ -> task.run()),
                new LinkFlow.Limits(media.window(), media.limit(), media.stuckAfter()),
                media.nodes(),
                what -> meters.counter("flotilla.vm.media.dropped", "what", what)
                        .increment());
    }
}
