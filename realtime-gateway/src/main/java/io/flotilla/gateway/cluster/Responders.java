package io.flotilla.gateway.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.cluster.Cluster.Responder;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;

/** What a node can answer. Thread-safe. */
final class Responders {
    private static final Logger LOG = Logger.getLogger(Responders.class);

    private final ConcurrentMap<String, Responder> byTopic = new ConcurrentHashMap<>();

    void add(String topic, Responder responder) {
        byTopic.put(topic, responder);
    }

    /** Empty when there is no answer. */
    Optional<JsonNode> answer(String topic, JsonNode question) {
        var responder = byTopic.get(topic);
        if (responder == null) {
            // A node of another version asks.
            return Optional.empty();
        }
        try {
            return Optional.of(responder.answer(question));
        } catch (RuntimeException e) {
            LOG.errorf(e, "A question about %s could not be answered", topic);
            return Optional.empty();
        }
    }
}
