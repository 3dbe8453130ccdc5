/**
 * One id a request, in its logs (key {@code requestId}), in its answer and in the calls it makes ({@code X-Request-Id}). Set before
 * routing, on the event loop.
 */
@NullMarked
package io.flotilla.kit.trace;

import org.jspecify.annotations.NullMarked;
