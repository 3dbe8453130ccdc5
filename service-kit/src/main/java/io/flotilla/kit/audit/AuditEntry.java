package io.flotilla.kit.audit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing somebody did. Texts are cleaned when an entry is made: control characters become spaces, what is too long is cut, and an empty
 * text counts as none, so that whoever reads entries may show them as they are.
 *
 * @param id the same for the same entry, however often it comes
 * @param actor user id of who did it
 * @param actorName what a person would recognise the actor by
 * @param subject user id of whom it was done to, where that is somebody else
 * @param sessionId public handle of the user session it was done in
 * @param address where from
 * @param detail short strings by name, at most 16; never a secret
 */
public record AuditEntry(
        String id,
        Instant at,
        String type,
        @Nullable String actor,
        @Nullable String actorName,
        @Nullable String subject,
        @Nullable String sessionId,
        @Nullable String address,
        Map<String, String> detail) {
    private static final int MOST_DETAILS = 16;

    public AuditEntry {
        type = AuditText.name(type);
        actor = AuditText.text(actor);
        actorName = AuditText.text(actorName);
        subject = AuditText.text(subject);
        sessionId = AuditText.text(sessionId);
        address = AuditText.text(address);
        detail = cleaned(detail);
    }

    public AuditEntry by(@Nullable String userId, @Nullable String name) {
        return new AuditEntry(id, at, type, userId, name, subject, sessionId, address, detail);
    }

    public AuditEntry about(@Nullable String userId) {
        return new AuditEntry(id, at, type, actor, actorName, userId, sessionId, address, detail);
    }

    public AuditEntry inSession(@Nullable String sid) {
        return new AuditEntry(id, at, type, actor, actorName, subject, sid, address, detail);
    }

    public AuditEntry from(@Nullable String clientAddress) {
        return new AuditEntry(id, at, type, actor, actorName, subject, sessionId, clientAddress, detail);
    }

    /** The same with one more detail; a null value changes nothing. */
    public AuditEntry with(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        var more = new TreeMap<>(detail);
        more.put(name, value);
        return new AuditEntry(id, at, type, actor, actorName, subject, sessionId, address, more);
    }

    private static Map<String, String> cleaned(Map<String, String> detail) {
        var clean = new TreeMap<String, String>();
        detail.forEach((name, value) -> {
            var text = AuditText.text(value);
            if (text != null && clean.size() < MOST_DETAILS) {
                clean.put(AuditText.name(name), text);
            }
        });
        return Map.copyOf(clean);
    }
}
