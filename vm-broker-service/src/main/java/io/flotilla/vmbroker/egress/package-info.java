/**
 * What a VM may reach. Every byte of a browser passes its own {@link io.flotilla.vmbroker.egress.EgressGuard}, a proxy on loopback that
 * resolves names itself, asks {@link io.flotilla.vmbroker.egress.EgressPolicy} about the <em>address</em> and connects to exactly that
 * address, so that no redirect, rebinding or odd spelling gets past it. The listener asks for no credentials: who can reach loopback
 * of this machine may use it, and gains nothing but public destinations (and the door to the agent, which asks for a secret).
 * Runs on event loops; only names are resolved on virtual threads.
 */
@NullMarked
package io.flotilla.vmbroker.egress;

import org.jspecify.annotations.NullMarked;
