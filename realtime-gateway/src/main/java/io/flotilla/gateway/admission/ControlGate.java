package io.flotilla.gateway.admission;

import io.flotilla.gateway.protocol.Role;

/** Whether somebody who comes to a VM session may type and click there now. Blocks; throws {@link io.flotilla.kit.problem.Unavailable}. */
@FunctionalInterface
public interface ControlGate {
    boolean mayAct(String vmSessionId, String participantId, Role role);
}
