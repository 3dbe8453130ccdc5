package io.flotilla.gateway.room;

import io.flotilla.gateway.membership.Seat;
import io.flotilla.gateway.membership.Seats;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All seats of this node, by VM. Thread-safe; answers are copies. */
@Singleton
final class RoomSeats implements Seats {
    private final Map<String, Set<RoomSeat>> byVm = new HashMap<>();

    synchronized void add(RoomSeat seat) {
        byVm.computeIfAbsent(seat.room().vmId(), id -> new LinkedHashSet<>()).add(seat);
    }

    synchronized void remove(RoomSeat seat) {
        byVm.computeIfPresent(seat.room().vmId(), (id, here) -> {
            here.remove(seat);
            return here.isEmpty() ? null : here;
        });
    }

    @Override
    public synchronized Set<String> vms() {
        return Set.copyOf(byVm.keySet());
    }

    @Override
    public synchronized List<Seat> at(String vmId) {
        return new ArrayList<>(byVm.getOrDefault(vmId, Set.of()));
    }
}
