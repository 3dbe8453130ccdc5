package io.flotilla.gateway.membership;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Seats of several kinds, taken together. */
record AllSeats(Iterable<Seats> kinds) implements Seats {
    static Seats of(Iterable<Seats> kinds) {
        return new AllSeats(kinds);
    }

    @Override
    public Set<String> vms() {
        var all = new HashSet<String>();
        kinds.forEach(kind -> all.addAll(kind.vms()));
        return Set.copyOf(all);
    }

    @Override
    public List<Seat> at(String vmId) {
        return StreamSupport.stream(kinds.spliterator(), false)
                .flatMap(kind -> kind.at(vmId).stream())
                .toList();
    }
}
