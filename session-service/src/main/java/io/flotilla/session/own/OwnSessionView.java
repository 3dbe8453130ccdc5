package io.flotilla.session.own;

import io.flotilla.session.usersession.UserSession;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A session in the list of its user. Pure. */
final class OwnSessionView {
    private OwnSessionView() {}

    static Map<String, Object> of(UserSession session, UserSession current) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("session_id", session.handle());
        body.put("current", session.handle().equals(current.handle()));
        body.put("kind", session.opening().cookieless() ? "client" : "browser");
        body.put("method", session.opening().method());
        body.put("created_at", session.createdAt().toString());
        body.put("last_activity", session.lastActivity().toString());
        body.put("address", session.browser().address());
        body.put("user_agent", session.browser().label());
        return body;
    }
}
