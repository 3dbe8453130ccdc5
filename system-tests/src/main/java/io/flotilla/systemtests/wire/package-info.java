/**
 * Thousands of plain Socket.IO clients in one process: WebSocket only, one namespace each, on one event loop of Vert.x, with as little
 * work a message as can be. For crowds, for what libraries hide (close codes, the packets themselves) and for measuring: whoever
 * measures must not be the bottleneck. Frames and packets are taken apart here and not by the product's own code.
 */
@NullMarked
package io.flotilla.systemtests.wire;

import org.jspecify.annotations.NullMarked;
