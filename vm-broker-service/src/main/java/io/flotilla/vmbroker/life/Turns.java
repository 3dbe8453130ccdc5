package io.flotilla.vmbroker.life;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Work under the same key is done one at a time; other keys are not waited for. Thread-safe; keeps nothing of keys without work. */
final class Turns {
    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock();
        private int users;
    }

    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    <T> T inTurn(String key, Supplier<T> work) {
        var turn = turns.compute(key, (_, found) -> {
            var mine = found == null ? new Turn() : found;
            mine.users++;
            return mine;
        });
        turn.lock.lock();
        try {
            return work.get();
        } finally {
            turn.lock.unlock();
            turns.computeIfPresent(key, (_, mine) -> --mine.users == 0 ? null : mine);
        }
    }
}
