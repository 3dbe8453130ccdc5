package io.flotilla.session.audit;

import io.flotilla.kit.audit.AuditEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry as JSON shows it to one reader. What others did to a user is the user's to know, but not where those were. */
final class AuditView {
    private AuditView() {}

    static Map<String, @Nullable Object> forAdmin(AuditEntry entry) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", entry.id());
        body.put("at", entry.at().toString());
        body.put("type", entry.type());
        body.put("actor", entry.actor());
        body.put("actor_name", entry.actorName());
        body.put("subject", entry.subject());
        body.put("session_id", entry.sessionId());
        body.put("address", entry.address());
        body.put("detail", entry.detail());
        return body;
    }

    static Map<String, @Nullable Object> forUser(AuditEntry entry, String userId) {
        var body = forAdmin(entry);
        if (!userId.equals(entry.actor())) {
            body.put("session_id", null);
            body.put("address", null);
        }
        return body;
    }
}
