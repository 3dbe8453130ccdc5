package io.flotilla.gateway.broadcast;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Something to be said once to everybody it is for.
 *
 * @param id said with the same id again, each node says it once
 * @param namespace null: each connection hears it in one of its namespaces
 * @param data the event's one argument; null: it has none
 */
public record Broadcast(
        String id,
        Target target,
        @Nullable String namespace,
        String event,
        @Nullable JsonNode data,
        Filter filter) {}
