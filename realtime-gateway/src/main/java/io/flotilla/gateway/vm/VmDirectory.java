package io.flotilla.gateway.vm;

import java.util.Optional;

/** Finds VMs. Blocks; throws {@link io.flotilla.kit.problem.Unavailable} when the record cannot be read, which says nothing of the VM. */
public interface VmDirectory {
    /** Empty when no broker says it holds this VM: it has ended, or its broker is away. An unreadable entry counts as none. */
    Optional<VmPlace> find(String vmId);

    /** The VM that an embed token opens; empty for none. */
    Optional<String> embeddedVm(String tokenSha256Hex);
}
