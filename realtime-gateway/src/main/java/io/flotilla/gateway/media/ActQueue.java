package io.flotilla.gateway.media;

import io.flotilla.gateway.protocol.Act;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Acts that wait while the way to the VM is full. Order is kept; of one participant's pointer moves with no other act of the same
 * participant in between only the newest stays. Bounded: the caller learns when it is full.
 */
final class ActQueue {
    /** An act and its author. */
    record Authored(String by, Act act) {}

    private final int capacity;
    private final List<Authored> waiting = new ArrayList<>();

    ActQueue(int capacity) {
        this.capacity = capacity;
    }

    /** False when there is no room: the act was not taken. */
    boolean add(String by, Act act) {
        var earlier = lastOf(by);
        if (act.isMove() && earlier >= 0 && waiting.get(earlier).act().isMove()) {
            waiting.set(earlier, new Authored(by, act));
            return true;
        }
        if (waiting.size() >= capacity) {
            return false;
        }
        return waiting.add(new Authored(by, act));
    }

    @Nullable
    Authored poll() {
        return waiting.isEmpty() ? null : waiting.removeFirst();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    int clear() {
        var lost = waiting.size();
        waiting.clear();
        return lost;
    }

    private int lastOf(String by) {
        for (int i = waiting.size() - 1; i >= 0; i--) {
            if (waiting.get(i).by().equals(by)) {
                return i;
            }
        }
        return -1;
    }
}
