/**
 * Connection state recovery as official clients know it: what a socket was is remembered by its private id, so that another socket, on
 * whatever node, may continue it. Remembering is a convenience: whoever is not remembered joins again by position. Here is only
 * remembered; whether the one who comes back may still come in is asked anew by whoever lets them in.
 */
@NullMarked
package io.flotilla.gateway.recovery;

import org.jspecify.annotations.NullMarked;
