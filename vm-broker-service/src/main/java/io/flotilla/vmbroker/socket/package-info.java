/**
 * The WebSocket on which gateway nodes join a VM ({@code contracts/media.md}): who may, the upgrade, and the bytes on their way. What the
 * messages mean is {@code media}'s. Event loops, but for the token check.
 */
@NullMarked
package io.flotilla.vmbroker.socket;

import org.jspecify.annotations.NullMarked;
