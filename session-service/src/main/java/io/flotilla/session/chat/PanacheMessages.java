package io.flotilla.session.chat;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The record in PostgreSQL. Those who speak in one room at once wait for one another, so that its numbers are the order of storing. */
@ApplicationScoped
class PanacheMessages implements Messages {
    private final MessageRows rows;

    PanacheMessages(MessageRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional
    public Stored store(String vmSessionId, Draft draft, int most) {
        waitForTurn(vmSessionId);
        var known = find(vmSessionId, draft.id());
        if (known.isPresent()) {
            return new Stored(known.get(), false);
        }
        var message = draft.numbered(newest(vmSessionId) + 1);
        rows.persistAndFlush(MessageRow.of(vmSessionId, message));
        rows.delete("key.sessionId = ?1 and key.number <= ?2", vmSessionId, message.number() - most);
        return new Stored(message, true);
    }

    @Override
    @Transactional
    public Optional<ChatMessage> find(String vmSessionId, String id) {
        if (id.indexOf('\0') >= 0) {
            return Optional.empty(); // PostgreSQL has no such text, and would rather fail than find nothing
        }
        return rows.find("key.sessionId = ?1 and id = ?2", vmSessionId, id)
                .firstResultOptional()
                .map(MessageRow::toMessage);
    }

    @Override
    @Transactional
    public List<ChatMessage> page(String vmSessionId, long before, int limit) {
        return rows
                .find("key.sessionId = ?1 and key.number < ?2", Sort.descending("key.number"), vmSessionId, before)
                .page(0, limit)
                .list()
                .reversed()
                .stream()
                .map(MessageRow::toMessage)
                .toList();
    }

    @Override
    @Transactional
    public void delete(String vmSessionId, String id, Instant at) {
        rows.update(
                "text = null, deletedAt = ?1 where key.sessionId = ?2 and id = ?3 and deletedAt is null",
                at,
                vmSessionId,
                id);
    }

    private long newest(String vmSessionId) {
        return page(vmSessionId, Long.MAX_VALUE, 1).stream()
                .mapToLong(ChatMessage::number)
                .max()
                .orElse(0);
    }

    /** Until the end of the transaction. */
    private void waitForTurn(String vmSessionId) {
        var locked = Objects.requireNonNull(rows.getEntityManager())
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
                .setParameter(1, "chat:" + vmSessionId)
                .getResultList();
        if (locked.size() != 1) {
            throw new IllegalStateException("the lock of a room was not taken");
        }
    }
}
