package io.flotilla.gateway.control;

import io.flotilla.gateway.admission.ControlGate;
import io.flotilla.gateway.protocol.Role;
import io.flotilla.gateway.room.LocalRooms;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Who may act on this node's media sockets, by role and lease. What is not known yet, or of a room whose lease cannot be read, is as it was
 * known last. Thread-safe; only {@link #mayAct} blocks.
 */
@Singleton
public final class InputRights implements ControlGate {
    private final LocalRooms rooms;
    private final ControlDesk desk;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, List<Hand>> hands = new ConcurrentHashMap<>();

    InputRights(LocalRooms rooms, ControlDesk desk) {
        this.rooms = rooms;
        this.desk = desk;
    }

    /** A media socket that wants to act. */
    public interface Hand {
        String participantId();

        Role role();

        /** Told at each change, and may be told the same again. Must not block. */
        void mayAct(boolean now);
    }

    private record Known(Control control, boolean owner) {}

    /** Blocks; throws {@link io.flotilla.kit.problem.Unavailable}. */
    @Override
    public boolean mayAct(String room, String participantId, Role role) {
        return desk.now(room).mayAct(participantId, role, role == Role.OWNER);
    }

    /** Tells this hand from now on what it may do, until the returned is run. */
    public Runnable begin(String room, String vmId, Hand hand) {
        hands.computeIfAbsent(room, id -> new CopyOnWriteArrayList<>()).add(hand);
        var held = rooms.hold(room, vmId);
        now(room, hand).ifPresent(hand::mayAct);
        return () -> {
            hands.computeIfPresent(room, (id, list) -> {
                list.remove(hand);
                return list.isEmpty() ? null : list;
            });
            rooms.release(held);
        };
    }

    /** What this hand may do, as far as it is known; returns at once. */
    public Optional<Boolean> now(String room, Hand hand) {
        return Optional.ofNullable(known.get(room))
                .map(now -> now.control().mayAct(hand.participantId(), hand.role(), now.owner()));
    }

    void lease(String room, Control control, boolean ownerIsHere) {
        known.put(room, new Known(control, ownerIsHere));
        tellAll(room);
    }

    void owner(String room, boolean isHere) {
        known.computeIfPresent(room, (id, before) -> new Known(before.control(), isHere));
        tellAll(room);
    }

    void forget(String room) {
        known.remove(room);
    }

    private void tellAll(String room) {
        hands.getOrDefault(room, List.of()).forEach(hand -> now(room, hand).ifPresent(hand::mayAct));
    }
}
