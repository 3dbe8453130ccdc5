/**
 * Where the extension inside each VM reports: one WebSocket a VM, dialled from inside through the VM's guard. Frames pass to the
 * {@link io.flotilla.vmbroker.agent.AgentLink.Ear} unread; a socket that does not show its VM's secret at once is closed. Callbacks run
 * on the socket's event loop, one at a time for each VM.
 */
@NullMarked
package io.flotilla.vmbroker.agent;

import org.jspecify.annotations.NullMarked;
