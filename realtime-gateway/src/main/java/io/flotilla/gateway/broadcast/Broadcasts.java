package io.flotilla.gateway.broadcast;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.cluster.Answers;
import io.flotilla.gateway.cluster.Cluster;
import io.flotilla.gateway.registry.Registry;
import io.flotilla.kit.id.IdSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says something to many, on all nodes. Thread-safe. */
@Singleton
public final class Broadcasts {
    private static final String TOPIC = "broadcast";

    private final Cluster cluster;
    private final Delivery delivery;
    private final IdSource ids;
    private final Duration patience;

    @Inject
    Broadcasts(Cluster cluster, Registry registry, IdSource ids, GatewayConfig config) {
        this(cluster, registry, ids, config.sockets().answerWait());
    }

    Broadcasts(Cluster cluster, Registry registry, IdSource ids, Duration patience) {
        this.cluster = cluster;
        this.delivery = new Delivery(registry);
        this.ids = ids;
        this.patience = patience;
    }

    void begin(@Observes StartupEvent started) {
        cluster.respond(TOPIC, this::here);
    }

    /** To each connection of the target once, in whichever namespace it listens. Blocks as {@link #send(Broadcast)}. */
    public Answers send(Target target, String event, @Nullable JsonNode data) {
        return send(new Broadcast(ids.readable(), target, null, event, data, Filter.NONE));
    }

    /** What each node did with it. Blocks until every living node has answered, or had its time; never throws. */
    public Answers send(Broadcast broadcast) {
        return cluster.ask(TOPIC, BroadcastWriter.write(broadcast), patience);
    }

    private JsonNode here(JsonNode question) {
        return switch (BroadcastReader.read(question, "")) {
            case BroadcastReader.Reading.Read(var broadcast) ->
                delivery.deliver(broadcast).json();
            // A node of another version may know more than this one.
            case BroadcastReader.Reading.Odd odd -> throw new IllegalArgumentException(odd.message());
        };
    }
}
