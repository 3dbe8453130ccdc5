package io.flotilla.gateway.studydesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.protocol.Json;
import java.util.HashSet;
import java.util.Set;

/** What session-service says, in few words. */
final class StudyFixtures {
    private StudyFixtures() {}

    static ObjectNode session(String id, String owner, String status, long revision) {
        return Json.object()
                .put("id", id)
                .put("sessionId", id)
                .put("userId", owner)
                .put("subjectId", "math-101")
                .put("type", "free")
                .put("status", status)
                .put("notes", "private")
                .put("revision", revision);
    }

    static StudyChange started(String id, String owner, String... others) {
        return change("started", session(id, owner, "active", 1), 0, owner, others);
    }

    static StudyChange running(String id, String owner, long revision, long elapsedMs) {
        return change("resumed", session(id, owner, "active", revision), elapsedMs, owner);
    }

    static StudyChange paused(String id, String owner, long revision, long elapsedMs) {
        var session = session(id, owner, "paused", revision).put("duration", elapsedMs / 1_000);
        return change("paused", session, elapsedMs, owner);
    }

    static StudyChange ended(String id, String owner, long revision, long elapsedMs) {
        var session = session(id, owner, "ended", revision).put("duration", elapsedMs / 1_000);
        return change("ended", session, elapsedMs, owner);
    }

    static StudyChange change(String event, ObjectNode session, long elapsedMs, String owner, String... others) {
        var audience = new HashSet<>(Set.of(others));
        audience.add(owner);
        return new StudyChange(event, session, elapsedMs, audience);
    }

    /** The same a while later, as a look says it. */
    static StudyChange later(StudyChange change, long elapsedMs) {
        return new StudyChange(change.event(), change.session(), elapsedMs, change.audience());
    }
}
