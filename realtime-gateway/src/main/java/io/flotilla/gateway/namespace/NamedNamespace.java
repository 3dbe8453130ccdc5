package io.flotilla.gateway.namespace;

import io.flotilla.socket.Namespace;

/**
 * A namespace of this gateway: each bean of this type is one. Its listeners are wrapped: events are counted and limited in rate, those of
 * a socket whose life is over are dropped, and {@link Lives} learns of the end by itself.
 */
public interface NamedNamespace extends Namespace {
    /** Such as {@code /rooms}. */
    String path();
}
