/**
 * What grows old at once: where people point, and what they feel. It is merged where there is too much of it, told to whoever has room
 * for it, and never stored. Lives on event loops; only the way to other nodes is taken on virtual threads.
 */
@NullMarked
package io.flotilla.gateway.cursor;

import org.jspecify.annotations.NullMarked;
