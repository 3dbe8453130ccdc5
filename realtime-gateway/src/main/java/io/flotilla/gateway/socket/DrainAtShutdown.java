package io.flotilla.gateway.socket;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Drains when the process is asked to end, while its servers still stand: this event is the only one that the framework waits for before
 * it closes them. (Its shutdown event comes later, and after a signal so does the end of a main method.)
 */
@Singleton
final class DrainAtShutdown {
    private final Drain drain;

    DrainAtShutdown(Drain drain) {
        this.drain = drain;
    }

    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        drain.run();
    }
}
