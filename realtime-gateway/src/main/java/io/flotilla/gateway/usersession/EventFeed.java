package io.flotilla.gateway.usersession;

import io.flotilla.gateway.channel.Channels;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;

/** Passes what the channel {@code user-sessions} says on to those it concerns. */
@Singleton
final class EventFeed {
    private static final String CHANNEL = "user-sessions";
    /** Not all clients of a node shall read anew at the same moment. */
    private static final int SPREAD_MS = 2_000;

    private final Channels channels;
    private final Listeners listeners;
    private final Vertx vertx;

    EventFeed(Channels channels, Listeners listeners, Vertx vertx) {
        this.channels = channels;
        this.listeners = listeners;
        this.vertx = vertx;
    }

    void begin(@Observes StartupEvent started) {
        channels.listen(CHANNEL, this::heard, this::missed);
    }

    private void heard(String message) {
        EventReader.read(message)
                .ifPresent(event -> listeners.of(event.userId()).forEach(listener -> listener.hear(event)));
    }

    private void missed() {
        for (var listener : listeners.all()) {
            vertx.setTimer(1 + ThreadLocalRandom.current().nextInt(SPREAD_MS), timer -> listener.hello());
        }
    }
}
