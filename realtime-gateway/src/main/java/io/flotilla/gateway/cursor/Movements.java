package io.flotilla.gateway.cursor;

import java.util.LinkedHashMap;
import java.util.Map;

/** Who has moved since the last look; of each only the newest. Thread-safe. */
final class Movements {
    /** Beyond this nobody sees anything in it. */
    private static final int MOST = 200;

    private Map<String, Pointer> moved = new LinkedHashMap<>();

    /** True for the first since the last look. */
    synchronized boolean put(String participantId, Pointer pointer) {
        var first = moved.isEmpty();
        if (moved.size() < MOST || moved.containsKey(participantId)) {
            moved.put(participantId, pointer);
        }
        return first;
    }

    synchronized Map<String, Pointer> take() {
        var taken = moved;
        moved = new LinkedHashMap<>();
        return taken;
    }
}
