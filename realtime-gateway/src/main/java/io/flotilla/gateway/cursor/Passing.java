package io.flotilla.gateway.cursor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.room.LocalRoom;
import io.flotilla.kit.problem.Unavailable;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/** The way to other nodes for what may get lost: when too much is on it, or nobody listens, it does. Returns at once; thread-safe. */
@Singleton
final class Passing {
    private final Semaphore free = new Semaphore(64);

    void pass(LocalRoom room, String kind, ObjectNode words) {
        if (free.tryAcquire()) {
            Thread.ofVirtual().name("passing").start(() -> {
                try {
                    room.pass(kind, words);
                } catch (Unavailable e) {
                    // The next one makes up for it.
                } finally {
                    free.release();
                }
            });
        }
    }
}
