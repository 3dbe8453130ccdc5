package io.flotilla.gateway.room;

import io.flotilla.gateway.membership.Member;
import io.flotilla.gateway.membership.Members;
import io.flotilla.gateway.membership.VmSession;
import io.flotilla.gateway.membership.VmSessions;
import io.flotilla.gateway.roomrecord.Reply;
import io.flotilla.gateway.roomrecord.RoomRecord;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Finds out as what a user takes part in a VM session. Blocks; throws {@link io.flotilla.kit.problem.Unavailable}. Thread-safe. */
@Singleton
final class Participants {
    private final VmSessions sessions;
    private final Members members;
    private final RoomRecord record;

    Participants(VmSessions sessions, Members members, RoomRecord record) {
        this.sessions = sessions;
        this.members = members;
        this.record = record;
    }

    sealed interface Standing {
        record Inside(String vmId, RoomSeat.Taker taker) implements Standing {}

        record Outside() implements Standing {}

        record Over() implements Standing {}
    }

    /** The read model may have been lost with Redis: then its writer is asked to write it anew, once. */
    Standing find(String room, String userId) {
        return look(room, userId).orElseGet(() -> switch (record.room(room, userId)) {
            case Reply.Refused _ -> new Standing.Outside();
            case Reply.Ok _ -> look(room, userId).orElseGet(Standing.Outside::new);
        });
    }

    /** Empty when the read model is not there. */
    private Optional<Standing> look(String room, String userId) {
        return sessions.find(room).flatMap(session -> switch (session) {
            case VmSession.Ended _ -> Optional.of(new Standing.Over());
            case VmSession.Live live -> members.of(live.vmId()).map(list -> find(live.vmId(), list, userId));
        });
    }

    private static Standing find(String vmId, Map<String, Member> list, String userId) {
        return list.entrySet().stream()
                .filter(entry -> entry.getValue().userId().equals(userId))
                .findFirst()
                .<Standing>map(entry -> new Standing.Inside(
                        vmId,
                        new RoomSeat.Taker(
                                userId,
                                entry.getKey(),
                                entry.getValue().name(),
                                entry.getValue().role())))
                .orElseGet(Standing.Outside::new);
    }
}
