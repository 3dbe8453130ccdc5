/**
 * The way to VMs: a port, an adapter that speaks the remote browser dialect ({@code /v0/vm}) to vm-broker-service, and a twin in memory.
 * The session's id travels as the VM's tag, so every call may be repeated. Knows nothing of people and sharing.
 */
@NullMarked
package io.flotilla.session.broker;

import org.jspecify.annotations.NullMarked;
