package io.flotilla.gateway.cursor;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.room.LocalRoom;
import io.flotilla.gateway.room.RoomFeature;
import io.flotilla.gateway.room.RoomSeat;
import io.flotilla.gateway.room.RoomSignal;
import io.flotilla.gateway.socket.TokenBucket;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What people feel, for a moment, on every node. Thread-safe. */
@Singleton
final class Reactions implements RoomSignal, RoomFeature {
    private static final String KIND = "reaction";
    private static final int PER_SECOND = 4;
    private static final Set<String> ALLOWED =
            Set.of("👍", "👎", "👏", "🎉", "😂", "😮", "😢", "❤️", "🔥", "👀", "🤔", "✋");

    private final Passing passing;
    private final Map<RoomSeat, TokenBucket> pace = new ConcurrentHashMap<>();

    Reactions(Passing passing) {
        this.passing = passing;
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public void heard(RoomSeat seat, JsonNode args) {
        var emoji = args.path("emoji").asText("");
        var now = System.nanoTime() / 1_000_000;
        if (ALLOWED.contains(emoji)
                && pace.computeIfAbsent(seat, fresh -> new TokenBucket(PER_SECOND, now))
                        .take(now)) {
            var words = Json.object().put("participantId", seat.participantId()).put("emoji", emoji);
            seat.room().emitVolatile(KIND, words, socket -> true);
            passing.pass(seat.room(), KIND, words);
        }
    }

    @Override
    public void passed(LocalRoom room, String kind, JsonNode words) {
        if (kind.equals(KIND) && ALLOWED.contains(words.path("emoji").asText(""))) {
            room.emitVolatile(KIND, words, socket -> true);
        }
    }

    @Override
    public void left(LocalRoom room, RoomSeat seat) {
        pace.remove(seat);
    }
}
