package io.flotilla.gateway.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** This node among the others. Thread-safe. */
public interface Cluster {
    /** What answers one kind of question on this node. Called on a thread that may block; an exception is told to whoever asked. */
    @FunctionalInterface
    interface Responder {
        JsonNode answer(JsonNode question);
    }

    /** This run of this process. */
    String node();

    /** From now on this node answers such questions; one responder a topic. */
    void respond(String topic, Responder responder);

    /**
     * Asks all living nodes, this one among them, and waits until each has answered or patience is over. Blocks; never throws. A node that
     * lives by others' word but says nothing is named among the failed: it may still do what it was asked to, later. Questions of one
     * node reach each other node in their order.
     */
    Answers ask(String topic, JsonNode question, Duration patience);
}
