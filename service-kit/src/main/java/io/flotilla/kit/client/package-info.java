/** Calls to other services: JSON over HTTP on the caller's (virtual) thread, one short time limit, outages as {@code Unavailable}. */
@NullMarked
package io.flotilla.kit.client;

import org.jspecify.annotations.NullMarked;
