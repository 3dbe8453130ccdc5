package io.flotilla.session.chat;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@link ChatMessage} as PostgreSQL holds it. */
@Entity
@Table(name = "chat_message")
class MessageRow {
    @EmbeddedId
    MessageKey key = new MessageKey("", 0);

    String id = "";
    String participantId = "";
    String name = "";

    @Nullable
    String text;

    Instant sentAt = Instant.EPOCH;

    @Nullable
    Instant deletedAt;

    static MessageRow of(String vmSessionId, ChatMessage message) {
        var row = new MessageRow();
        row.key = new MessageKey(vmSessionId, message.number());
        row.id = message.id();
        row.participantId = message.participantId();
        row.name = message.name();
        row.text = message.text();
        row.sentAt = message.at();
        return row;
    }

    ChatMessage toMessage() {
        return new ChatMessage(id, key.number(), participantId, name, text, sentAt);
    }
}
