package io.flotilla.gateway.registry;

import java.util.Map;

/**
 * How much is open.
 *
 * @param connections what one handshake began, however many namespaces it is in
 * @param sockets one for each namespace of a connection
 * @param rooms with somebody in them
 * @param namespaces sockets by namespace
 */
public record Counts(int connections, int sockets, int users, int groups, int rooms, Map<String, Integer> namespaces) {
    public Counts {
        namespaces = Map.copyOf(namespaces);
    }
}
