package io.flotilla.session.audit;

import io.flotilla.kit.audit.AuditEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** A place in the order of entries: by time, and by id within a millisecond. As text {@code {epoch ms}_{id}}. */
public record AuditCursor(Instant at, String id) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,15})_([A-Za-z0-9._:-]{1,64})");

    public static AuditCursor of(AuditEntry entry) {
        return new AuditCursor(entry.at(), entry.id());
    }

    /** Empty for what is no cursor. */
    static Optional<AuditCursor> parse(String text) {
        var match = TEXT.matcher(text);
        try {
            return match.matches()
                    ? Optional.of(new AuditCursor(Instant.ofEpochMilli(Long.parseLong(match.group(1))), match.group(2)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    String text() {
        return at.toEpochMilli() + "_" + id;
    }
}
