package io.flotilla.gateway.broadcast;

import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.AuditTrail;
import io.flotilla.kit.identity.Caller;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Records who said what to whom, but not the words. Blocks. */
@Singleton
final class RealtimeAudit {
    private final AuditTrail trail;
    private final AuditEntries entries;

    RealtimeAudit(AuditTrail trail, AuditEntries entries) {
        this.trail = trail;
        this.entries = entries;
    }

    void broadcast(Caller who, String address, Broadcast broadcast) {
        var entry = entries.of("broadcast")
                .from(address)
                .with("event", broadcast.event())
                .with("target", broadcast.target().word())
                .with("many", many(broadcast.target()))
                .with("room", broadcast.target() instanceof Target.Room(var room) ? room : null)
                .with("id", broadcast.id());
        trail.record(
                switch (who) {
                    case Caller.User user -> entry.by(user.userId(), null).inSession(user.sessionId());
                    case Caller.Service service ->
                        entry.by(service.onBehalfOf(), null).with("service", service.name());
                    case Caller.Nobody() -> entry;
                });
    }

    private static @Nullable String many(Target target) {
        return switch (target) {
            case Target.Users(var ids) -> Integer.toString(ids.size());
            case Target.Groups(var ids) -> Integer.toString(ids.size());
            case Target.All _, Target.Room _ -> null;
        };
    }
}
