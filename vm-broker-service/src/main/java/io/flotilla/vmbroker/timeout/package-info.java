/**
 * When a VM has to go: three clocks and a warning, decided by {@link io.flotilla.vmbroker.timeout.TimeoutPolicy} from facts and the time
 * alone. Nothing here ends, warns or counts; {@code vm} asks once a second and carries the decision out.
 */
@NullMarked
package io.flotilla.vmbroker.timeout;

import org.jspecify.annotations.NullMarked;
