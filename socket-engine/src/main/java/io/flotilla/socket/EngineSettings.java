package io.flotilla.socket;

import java.time.Duration;

/**
 * Limits and times. The defaults are those of the reference server, but for the queue, which it does not have.
 *
 * @param maxPayload bytes of one message, and of one polling body
 * @param upgradeTimeout for a probing WebSocket to become the transport
 * @param connectTimeout for a new connection to enter some namespace
 * @param queue bytes a client may be behind
 * @param namespaces that one connection may be in
 */
public record EngineSettings(
        Duration pingInterval,
        Duration pingTimeout,
        int maxPayload,
        Duration upgradeTimeout,
        Duration connectTimeout,
        long queue,
        int namespaces) {
    public static final EngineSettings DEFAULT = new EngineSettings(
            Duration.ofSeconds(25),
            Duration.ofSeconds(20),
            1_000_000,
            Duration.ofSeconds(10),
            Duration.ofSeconds(45),
            1_000_000,
            16);

    public EngineSettings {
        if (maxPayload < 1 || queue < 1 || namespaces < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
