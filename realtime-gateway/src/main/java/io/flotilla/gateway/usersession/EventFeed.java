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
    private final SessionSockets sockets;
    private final Vertx vertx;

    EventFeed(Channels channels, SessionSockets sockets, Vertx vertx) {
        this.channels = channels;
        this.sockets = sockets;
        this.vertx = vertx;
    }

    void begin(@Observes StartupEvent started) {
        channels.listen(CHANNEL, this::heard, this::missed);
    }

    private void heard(String message) {
        EventReader.read(message).ifPresent(event -> {
            var here = sockets.of(event.userId());
            if (!here.isEmpty()) {
                var outgoing = EventMessages.of(event);
                here.forEach(socket -> socket.hear(event, outgoing));
            }
        });
    }

    private void missed() {
        for (var socket : sockets.all()) {
            vertx.setTimer(1 + ThreadLocalRandom.current().nextInt(SPREAD_MS), timer -> socket.hello());
        }
    }
}
