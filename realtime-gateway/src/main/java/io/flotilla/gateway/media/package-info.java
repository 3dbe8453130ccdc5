/**
 * One VM's picture, sound and messages, from one upstream to all who watch through this node ({@code contracts/media.md}). A
 * {@link io.flotilla.gateway.media.Stage} is one VM here; everything about it happens on its one {@link io.flotilla.gateway.loop.Loop},
 * so nothing in it locks. What to send, to leave out or to ask for is decided by classes without I/O ({@link
 * io.flotilla.gateway.media.ViewerWindow}, {@link io.flotilla.gateway.media.KeyFrameGate}, {@link io.flotilla.gateway.media.Audience},
 * {@link io.flotilla.gateway.media.ActQueue}). Payloads are never parsed and never copied. Who may watch is decided elsewhere.
 */
@NullMarked
package io.flotilla.gateway.media;

import org.jspecify.annotations.NullMarked;
