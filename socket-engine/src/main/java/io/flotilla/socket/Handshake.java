package io.flotilla.socket;

import io.vertx.core.MultiMap;

/**
 * The request that a connection began with.
 *
 * @param headers of that request; not to be changed
 * @param query its parameters, decoded; not to be changed
 * @param address of the person, as the application believes it
 * @param host host and port as the browser used them
 */
public record Handshake(MultiMap headers, MultiMap query, String address, String host) {}
