package io.flotilla.session.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something said.
 *
 * @param number from 1 in each room, in the order of storing
 * @param id made by whoever sent it; one message a room has it
 * @param participantId the stay it was said in
 * @param name what they were called then
 * @param text null once it is deleted
 */
public record ChatMessage(
        String id,
        long number,
        String participantId,
        String name,
        @Nullable String text,
        Instant at) {
    ChatMessage deleted() {
        return new ChatMessage(id, number, participantId, name, null, at);
    }
}
