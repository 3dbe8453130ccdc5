package io.flotilla.gateway.channel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Channels within one process, for tests; delivers on the publisher's thread. */
public final class InMemoryChannels implements Channels {
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();

    @Override
    public void listen(String channel, Consumer<String> message, Runnable missed) {
        listeners.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>()).add(message);
        missed.run();
    }

    public void publish(String channel, String message) {
        listeners.getOrDefault(channel, List.of()).forEach(listener -> listener.accept(message));
    }
}
