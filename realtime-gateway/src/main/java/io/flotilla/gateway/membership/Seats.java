package io.flotilla.gateway.membership;

import java.util.List;
import java.util.Set;

/** Who is connected to this node. Thread-safe; each answer is a copy. */
public interface Seats {
    Set<String> vms();

    List<Seat> at(String vmId);
}
