/**
 * A network that misbehaves on order: a TCP proxy between a client and one door of the product. It knows bytes and connections, nothing
 * of what they mean. Blocking, on virtual threads of its own; its controls may be used from any thread.
 */
@NullMarked
package io.flotilla.systemtests.faults;

import org.jspecify.annotations.NullMarked;
