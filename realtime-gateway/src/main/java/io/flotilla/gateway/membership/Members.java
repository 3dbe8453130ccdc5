package io.flotilla.gateway.membership;

import java.util.Map;
import java.util.Optional;

/** Reads memberships. Blocks; throws {@link io.flotilla.kit.problem.Unavailable} when they cannot be read, which says nothing of them. */
public interface Members {
    /** All members by participant id; empty when there is no list: the VM session has ended, or its writer has not written it again yet. */
    Optional<Map<String, Member>> of(String vmId);
}
