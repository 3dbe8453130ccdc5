/**
 * What a VM is to its owner and in the record: its states, its tokens, what was wished for, and the ports to the record
 * ({@link io.flotilla.vmbroker.vm.VmRecords}), to facts for other services and to the read model of the gateways. Deliberately absent:
 * browsers, sockets and clocks; {@code life} brings those together.
 */
@NullMarked
package io.flotilla.vmbroker.vm;

import org.jspecify.annotations.NullMarked;
