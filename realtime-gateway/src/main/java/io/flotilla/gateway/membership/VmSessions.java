package io.flotilla.gateway.membership;

import java.util.Optional;

/** Reads VM sessions. Blocks; throws {@link io.flotilla.kit.problem.Unavailable} when they cannot be read, which says nothing of them. */
public interface VmSessions {
    /** Empty when there is none of this id, or its writer has not written it again yet. */
    Optional<VmSession> find(String vmSessionId);
}
