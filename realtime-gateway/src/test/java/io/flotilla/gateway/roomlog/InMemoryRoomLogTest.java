package io.flotilla.gateway.roomlog;

import io.flotilla.kit.id.SequentialIds;

class InMemoryRoomLogTest extends RoomLogContract {
    private final InMemoryRoomLog log = new InMemoryRoomLog(new SequentialIds(), KEPT);

    @Override
    RoomLog here() {
        return log;
    }

    @Override
    RoomLog there() {
        return log;
    }

    @Override
    void forget() {
        log.forget();
    }
}
