package io.flotilla.session.audit;

import io.flotilla.kit.audit.AuditEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The record for one process: for tests. */
public final class InMemoryAuditLog implements AuditLog {
    private static final Comparator<AuditEntry> OLDEST_FIRST =
            Comparator.comparing(AuditEntry::at).thenComparing(AuditEntry::id);

    /** Guarded by this. */
    private final Map<String, AuditEntry> byId = new LinkedHashMap<>();

    @Override
    public synchronized void add(AuditEntry entry) {
        byId.putIfAbsent(entry.id(), toTheMillisecond(entry));
    }

    @Override
    public synchronized List<AuditEntry> find(AuditQuery query) {
        return byId.values().stream()
                .filter(entry -> query.type() == null || entry.type().equals(query.type()))
                .filter(entry -> query.user() == null || concerns(entry, query.user()))
                .filter(entry -> query.before() == null || isOlder(entry, query.before()))
                .sorted(OLDEST_FIRST.reversed())
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized int count(String actor, String type, Instant since) {
        return (int) byId.values().stream()
                .filter(entry -> actor.equals(entry.actor())
                        && entry.type().equals(type)
                        && !entry.at().isBefore(since))
                .count();
    }

    @Override
    public synchronized int forgetBefore(Instant limit, int atMost) {
        var old = byId.values().stream()
                .filter(entry -> entry.at().isBefore(limit))
                .sorted(OLDEST_FIRST)
                .limit(atMost)
                .toList();
        old.forEach(entry -> byId.remove(entry.id()));
        return old.size();
    }

    private static boolean concerns(AuditEntry entry, String user) {
        return user.equals(entry.actor()) || user.equals(entry.subject());
    }

    private static boolean isOlder(AuditEntry entry, AuditCursor cursor) {
        int byTime = entry.at().compareTo(cursor.at());
        return byTime < 0 || (byTime == 0 && entry.id().compareTo(cursor.id()) < 0);
    }

    private static AuditEntry toTheMillisecond(AuditEntry entry) {
        return new AuditEntry(
                entry.id(),
                entry.at().truncatedTo(ChronoUnit.MILLIS),
                entry.type(),
                entry.actor(),
                entry.actorName(),
                entry.subject(),
                entry.sessionId(),
                entry.address(),
                entry.detail());
    }
}
