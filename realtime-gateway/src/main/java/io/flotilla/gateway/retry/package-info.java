/**
 * Commands that are asked again. A client that heard no answer repeats its command with the same id, perhaps to another node; here is
 * remembered for ten minutes what the first one came to. What must be exact beyond that is so by its record.
 */
@NullMarked
package io.flotilla.gateway.retry;

import org.jspecify.annotations.NullMarked;
