package io.flotilla.session.sessiondata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The data for one process: for tests, which say which sessions there are. */
public final class InMemorySessionData implements SessionData {
    private final Predicate<String> exists;

    /** Guarded by this. */
    private final Map<String, SortedMap<String, JsonNode>> bySession = new HashMap<>();

    public InMemorySessionData(Predicate<String> exists) {
        this.exists = exists;
    }

    @Override
    public synchronized SortedMap<String, JsonNode> all(String handle) {
        return new TreeMap<>(bySession.getOrDefault(handle, new TreeMap<>()));
    }

    @Override
    public Optional<JsonNode> find(String handle, String name) {
        return Optional.ofNullable(all(handle).get(name));
    }

    @Override
    public synchronized Kept keep(String handle, String name, JsonNode value) {
        if (!exists.test(handle)) {
            return Kept.NO_SESSION;
        }
        var after = all(handle);
        after.put(name, value);
        int size = after.entrySet().stream()
                .mapToInt(one -> DataSize.of(one.getKey(), one.getValue()))
                .sum();
        if (size > MOST_BYTES) {
            return Kept.TOO_MUCH;
        }
        bySession.put(handle, after);
        return Kept.KEPT;
    }

    @Override
    public synchronized boolean remove(String handle, String name) {
        var values = bySession.get(handle);
        return values != null && values.remove(name) != null;
    }
}
