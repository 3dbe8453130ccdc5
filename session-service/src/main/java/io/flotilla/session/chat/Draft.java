package io.flotilla.session.chat;

import java.time.Instant;

/** A message that has no number yet. */
public record Draft(String id, String participantId, String name, String text, Instant at) {
    ChatMessage numbered(long number) {
        return new ChatMessage(id, number, participantId, name, text, at);
    }
}
