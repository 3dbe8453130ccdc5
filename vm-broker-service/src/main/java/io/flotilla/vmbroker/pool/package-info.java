/**
 * Browsers before anybody owns them. {@link io.flotilla.vmbroker.pool.Seats} says how many VMs there may be,
 * {@link io.flotilla.vmbroker.pool.BrowserStarter} starts one behind its own guard, and {@link io.flotilla.vmbroker.pool.WarmPool} keeps
 * blank ones ready, by the pure {@link io.flotilla.vmbroker.pool.PoolPlan}. Knows nothing of owners, records or viewers.
 * Starting and closing block; callers are on virtual threads.
 */
@NullMarked
package io.flotilla.vmbroker.pool;

import org.jspecify.annotations.NullMarked;
