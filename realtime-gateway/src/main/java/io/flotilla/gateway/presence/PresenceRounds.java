package io.flotilla.gateway.presence;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.flotilla.gateway.channel.Channels;
import io.flotilla.gateway.media.Stages;
import io.flotilla.gateway.protocol.GatewayMessages;
import io.flotilla.gateway.protocol.GatewayMessages.Person;
import io.flotilla.gateway.protocol.Json;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs a {@link PresenceKeeper} on one virtual thread and tells the players of a VM, and who listens, who is there. Thread-safe; nothing here blocks. */
@Singleton
public final class PresenceRounds implements Roll {
    /** A third of a node's life: two rounds may fail before the others take it for dead. */
    private static final Duration ROUND = Duration.ofSeconds(5);

    private final PresenceKeeper keeper;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("presence").factory());
    private final Stages stages;
    private final Instance<PresenceListener> listeners;
    private final Channels channels;
    private final Vertx vertx;

    PresenceRounds(
            Presence presence, Stages stages, Instance<PresenceListener> listeners, Channels channels, Vertx vertx) {
        this.keeper = new PresenceKeeper(presence, executor, this::tell);
        this.stages = stages;
        this.listeners = listeners;
        this.channels = channels;
        this.vertx = vertx;
    }

    @Override
    public void enter(String vmId, Attendance attendance) {
        keeper.enter(vmId, attendance);
    }

    @Override
    public void leave(String vmId, String connectionId) {
        keeper.leave(vmId, connectionId);
    }

    @Override
    public List<Person> known(String vmId) {
        return keeper.told(vmId);
    }

    void begin(@Observes StartupEvent started) {
        channels.listen("presence", this::heard, keeper::everySoOften);
        vertx.setPeriodic(ROUND.toMillis(), timer -> keeper.everySoOften());
    }

    @PreDestroy
    void close() {
        executor.shutdown();
    }

    private void heard(String message) {
        try {
            keeper.heard(Json.read(message).path("vmId").asText(""));
        } catch (JsonProcessingException e) {
            // Not of our making, and the next round looks anyway.
            return;
        }
    }

    private void tell(String vmId, List<Person> people) {
        stages.presence(vmId, GatewayMessages.presence(people));
        listeners.forEach(listener -> listener.people(vmId, people));
    }
}
