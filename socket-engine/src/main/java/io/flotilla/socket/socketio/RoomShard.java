package io.flotilla.socket.socketio;

import io.flotilla.socket.payload.Delivery;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/** The members of a room on one event loop. */
final class RoomShard {
    /** Of the room's lock: how many there will be once the lane has done all that was asked. */
    int expected;

    private final Set<Member> members = new LinkedHashSet<>();

    void add(Member member) {
        members.add(member);
    }

    void remove(Member member) {
        members.remove(member);
    }

    void deliver(EncodedEvent event, Predicate<Member> to) {
        try (var delivery = new Delivery(event.packets())) {
            for (var member : members) {
                if (to.test(member)) {
                    member.deliver(event.namespace(), delivery);
                }
            }
        }
    }
}
