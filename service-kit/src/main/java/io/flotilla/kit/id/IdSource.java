package io.flotilla.kit.id;

import java.util.UUID;

/** Gives ids nobody had before. Safe for many threads. An id opens nothing and may be shown; use {@code Secret} for what opens. */
public interface IdSource {
    /** A random UUID (version 4). */
    UUID uuid();

    /** 80 random bits that a person can read out: {@code k3fw-9dpt-x2mn-7hqa} (Crockford's base 32, lower case). */
    String readable();
}
