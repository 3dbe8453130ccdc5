package io.flotilla.gateway.roomrecord;

import java.util.OptionalLong;

/**
 * A room's lasting part. Blocks; throws {@link io.flotilla.kit.problem.Unavailable} when nobody knows whether it was done: ask again.
 * Bodies are those of {@code contracts/internal-rest.md}. Whether the user may is decided there.
 */
public interface RoomRecord {
    /** The room, for somebody inside; also makes its read model anew. */
    Reply room(String room, String userId);

    /** Stores a chat message once for each id; answers it as stored. */
    Reply write(String room, String userId, Message message);

    record Message(String id, String participantId, String text) {}

    /** Messages with a number below {@code before}, the newest of them, oldest first. */
    Reply messages(String room, String userId, OptionalLong before, int limit);

    Reply delete(String room, String userId, String messageId);

    /** Takes somebody out: {@code act} is {@code kick} or {@code ban}. */
    Reply remove(String room, String userId, String act, String participantId);

    Reply role(String room, String userId, String participantId, String role);

    Reply control(String room, String userId, String mode, OptionalLong turnSeconds);
}
