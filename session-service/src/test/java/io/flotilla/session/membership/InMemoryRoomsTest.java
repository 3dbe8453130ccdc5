package io.flotilla.session.membership;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

class InMemoryRoomsTest extends RoomsContract {
    private final InMemoryRooms rooms = new InMemoryRooms();

    @Override
    protected Rooms rooms() {
        return rooms;
    }

    @Override
    protected Map<String, String> room(String sessionId) {
        return rooms.of(sessionId).map(Shown::room).orElse(Map.of());
    }

    @Override
    protected Set<String> inside(String vmId) {
        return rooms.of(vmId.substring("vm-of-".length())).orElseThrow().members().stream()
                .map(Member::participantId)
                .collect(Collectors.toSet());
    }
}
