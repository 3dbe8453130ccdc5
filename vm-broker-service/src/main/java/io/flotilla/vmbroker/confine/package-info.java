/**
 * How a VM's processes are kept apart from the machine and from one another, and how they are found and ended: user ids, mount views,
 * sessions, {@code /proc}. It knows nothing of browsers or displays, only of command lines and a VM's directory. What the machine allows
 * is probed once, in {@link io.flotilla.vmbroker.confine.Machine}.
 */
@NullMarked
package io.flotilla.vmbroker.confine;

import org.jspecify.annotations.NullMarked;
