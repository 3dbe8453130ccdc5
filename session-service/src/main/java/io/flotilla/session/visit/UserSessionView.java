package io.flotilla.session.visit;

import io.flotilla.session.sessiondata.SessionData;
import io.flotilla.session.usersession.UserSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** A user session as its browser sees it. */
@ApplicationScoped
class UserSessionView {
    private final Visits visits;
    private final SessionData data;
    private final InstantSource clock;

    UserSessionView(Visits visits, SessionData data, InstantSource clock) {
        this.visits = visits;
        this.data = data;
        this.clock = clock;
    }

    Map<String, Object> of(UserSession session) {
        var body = new LinkedHashMap<String, Object>();
        body.put("session_id", session.handle());
        body.put("created_at", session.createdAt().toString());
        body.put("last_activity", session.lastActivity().toString());
        body.put(
                "elapsed_seconds",
                Duration.between(session.createdAt(), clock.instant()).toSeconds());
        body.put("remaining_seconds", visits.remaining(session).toSeconds());
        body.put("is_active", !visits.remaining(session).isZero());
        body.put("user_data", data.all(session.handle()));
        return body;
    }
}
