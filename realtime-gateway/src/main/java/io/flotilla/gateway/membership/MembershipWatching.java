package io.flotilla.gateway.membership;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.channel.Channels;
import io.flotilla.gateway.vm.VmDirectory;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the {@link MembershipWatch}: by the channel, and every few seconds on a virtual thread. */
@Singleton
final class MembershipWatching {
    private final MembershipWatch watch;
    private final Channels channels;
    private final Vertx vertx;
    private final GatewayConfig config;
    private final AtomicBoolean looking = new AtomicBoolean();

    MembershipWatching(
            Instance<Seats> seats,
            Members members,
            VmDirectory vms,
            Channels channels,
            InstantSource clock,
            Vertx vertx,
            GatewayConfig config) {
        this.watch = new MembershipWatch(
                AllSeats.of(seats), members, vms, clock, config.membership().grace());
        this.channels = channels;
        this.vertx = vertx;
        this.config = config;
    }

    void begin(@Observes StartupEvent started) {
        channels.listen("membership", watch::heard, watch::look);
        vertx.setPeriodic(config.membership().look().toMillis(), timer -> Thread.ofVirtual()
                .start(this::look));
    }

    private void look() {
        // A look that takes longer than the interval is not joined by a second one.
        if (looking.compareAndSet(false, true)) {
            try {
                watch.look();
            } finally {
                looking.set(false);
            }
        }
    }
}
