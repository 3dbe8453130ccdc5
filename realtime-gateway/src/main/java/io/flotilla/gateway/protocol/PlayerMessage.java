package io.flotilla.gateway.protocol;

import java.util.Set;

/** What a player says. Only {@link PlayerMessageReader} makes these, within the limits of the contract. */
public sealed interface PlayerMessage
        permits PlayerMessage.Ack, PlayerMessage.Formats, PlayerMessage.KeyFrame, PlayerMessage.Ping, Act {
    /**
     * What has been drawn or played.
     *
     * @param bytes sum of all binary bytes since the socket opened
     */
    record Ack(long bytes) implements PlayerMessage {}

    record Formats(Set<Format> formats, boolean visible) implements PlayerMessage {
        public Formats {
            formats = Set.copyOf(formats);
        }
    }

    /** The decoder starts or failed. */
    record KeyFrame() implements PlayerMessage {}

    /**
     * Wants a pong.
     *
     * @param id a JSON number or string, as it came
     */
    record Ping(String id) implements PlayerMessage {}
}
