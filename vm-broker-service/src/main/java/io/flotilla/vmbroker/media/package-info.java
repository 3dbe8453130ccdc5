/**
 * One VM's picture, sound and acts between its browser and the gateway nodes that show it. A {@link io.flotilla.vmbroker.media.Stage}
 * fans out what the browser sends, remembers what a late node needs, adds up who watches, and turns messages into acts; the bytes of
 * frames are never looked into beyond their header. Decisions ({@link io.flotilla.vmbroker.media.KeyFrameGate},
 * {@link io.flotilla.vmbroker.media.LinkFlow}, {@link io.flotilla.vmbroker.media.ActReader}) are apart from sockets.
 * Deliberately absent: who may watch or act, which the gateway knows. Nothing here blocks.
 */
@NullMarked
package io.flotilla.vmbroker.media;

import org.jspecify.annotations.NullMarked;
