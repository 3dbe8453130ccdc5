/**
 * VMs from create to the end: the one place where records, browsers, stages, clocks and facts meet. A VM is recorded before its browser
 * is claimed, and its end is recorded, with its fact, after its browser is gone; whatever a killed process leaves half done is finished
 * by {@link io.flotilla.vmbroker.life.Opening} at the next start or by {@link io.flotilla.vmbroker.life.Heartbeat} within seconds.
 * Everything here may block and runs on virtual threads. Knows nothing of HTTP or sockets.
 */
@NullMarked
package io.flotilla.vmbroker.life;

import org.jspecify.annotations.NullMarked;
