package io.flotilla.gateway.recovery;

import io.flotilla.gateway.roomlog.Position;

/**
 * What a socket was.
 *
 * @param socketId what its client knows it by
 * @param position where it stood when it came into the room
 */
public record Remembered(String socketId, String userId, String room, Position position) {
    /** Where it stands by its client's word, which counts when it is of the same epoch and not before this. */
    public Position resumeFrom(Position word) {
        return position.isBehind(word) ? word : position;
    }
}
