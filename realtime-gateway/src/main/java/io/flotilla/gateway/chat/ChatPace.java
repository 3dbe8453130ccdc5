package io.flotilla.gateway.chat;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.room.LocalRoom;
import io.flotilla.gateway.room.RoomFeature;
import io.flotilla.gateway.room.RoomSeat;
import io.flotilla.gateway.socket.TokenBucket;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How fast one participant may write, over all sockets on this node. Thread-safe. */
@Singleton
final class ChatPace implements RoomFeature {
    private final int perSecond;
    private final Map<String, Map<String, TokenBucket>> rooms = new ConcurrentHashMap<>();

    ChatPace(GatewayConfig config) {
        this.perSecond = config.rooms().chatPerSecond();
    }

    boolean take(RoomSeat seat) {
        var now = System.nanoTime() / 1_000_000;
        var bucket = rooms.computeIfAbsent(seat.room().id(), room -> new ConcurrentHashMap<>())
                .computeIfAbsent(seat.participantId(), participant -> new TokenBucket(perSecond, now));
        synchronized (bucket) {
            return bucket.take(now);
        }
    }

    @Override
    public void closed(LocalRoom room) {
        rooms.remove(room.id());
    }
}
