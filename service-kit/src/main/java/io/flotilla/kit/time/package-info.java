/** The clock as a bean: code asks an injected {@link java.time.InstantSource}, never the system. */
@NullMarked
package io.flotilla.kit.time;

import org.jspecify.annotations.NullMarked;
