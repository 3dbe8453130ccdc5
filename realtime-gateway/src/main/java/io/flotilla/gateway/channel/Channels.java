package io.flotilla.gateway.channel;

import java.util.function.Consumer;

/** Fan-out between nodes, at most once. */
public interface Channels {
    /**
     * Hands over each message on a channel, in order, on a thread that may block. {@code missed} runs when listening has begun anew,
     * also the first time: what was said before is unknown. Listens until the process ends, through every outage.
     */
    void listen(String channel, Consumer<String> message, Runnable missed);
}
