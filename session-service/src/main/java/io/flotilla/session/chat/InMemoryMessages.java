package io.flotilla.session.chat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record for one process: for tests. */
public final class InMemoryMessages implements Messages {
    private final Map<String, Deque<ChatMessage>> rooms = new HashMap<>();

    @Override
    public synchronized Stored store(String vmSessionId, Draft draft, int most) {
        var known = find(vmSessionId, draft.id());
        if (known.isPresent()) {
            return new Stored(known.get(), false);
        }
        var room = rooms.computeIfAbsent(vmSessionId, _ -> new ArrayDeque<>());
        var message = draft.numbered(room.isEmpty() ? 1 : room.getLast().number() + 1);
        room.addLast(message);
        if (room.size() > most) {
            room.removeFirst();
        }
        return new Stored(message, true);
    }

    @Override
    public synchronized Optional<ChatMessage> find(String vmSessionId, String id) {
        return room(vmSessionId).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public synchronized List<ChatMessage> page(String vmSessionId, long before, int limit) {
        var older =
                room(vmSessionId).stream().filter(one -> one.number() < before).toList();
        return older.subList(Math.max(0, older.size() - limit), older.size());
    }

    @Override
    public synchronized void delete(String vmSessionId, String id, Instant at) {
        rooms.computeIfPresent(
                vmSessionId,
                (_, room) -> new ArrayDeque<>(room.stream()
                        .map(one -> one.id().equals(id) ? one.deleted() : one)
                        .toList()));
    }

    private Deque<ChatMessage> room(String vmSessionId) {
        return rooms.getOrDefault(vmSessionId, new ArrayDeque<>());
    }
}
