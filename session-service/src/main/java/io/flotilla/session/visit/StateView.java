package io.flotilla.session.visit;

import io.flotilla.session.usersession.ActivePlatform;
import io.flotilla.session.usersession.ActivePlatform.Platform;
import io.flotilla.session.usersession.UserSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is signed in and which platform is active, in the two shapes that existing clients know. */
@ApplicationScoped
class StateView {
    private final ActivePlatform platforms;
    private final InstantSource clock;

    StateView(ActivePlatform platforms, InstantSource clock) {
        this.platforms = platforms;
        this.clock = clock;
    }

    /** Of somebody who is signed in. */
    Map<String, Object> full(UserSession session) {
        var platform = platforms.of(session.userId()).orElse(null);
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("success", true);
        body.put("user", user(session));
        body.put("platform", view(platform));
        body.put("session", session(session));
        body.put("flask_session", legacy(session, platform));
        body.put("session_type", "integrated");
        body.put("context_source", "database");
        body.put("timestamp", clock.instant().toString());
        return body;
    }

    /** Of anybody. */
    Map<String, Object> brief(Optional<UserSession> running) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("success", true);
        body.put(
                "authenticated",
                running.filter(one -> !one.holder().isVisitor()).isPresent());
        running.ifPresent(session -> {
            if (session.holder().isVisitor()) {
                body.put("anonymous", true);
            } else {
                body.put("user", user(session));
            }
            body.put("session_id", session.handle());
            body.put("platform", view(platforms.of(session.userId()).orElse(null)));
        });
        body.put("timestamp", clock.instant().toString());
        return body;
    }

    private static Map<String, Object> user(UserSession session) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", session.userId());
        body.put("username", session.holder().username());
        body.put("email", session.holder().email());
        return body;
    }

    private static Map<String, Object> session(UserSession session) {
        return Map.of(
                "session_id", session.handle(),
                "created_at", session.createdAt().toString(),
                "last_activity", session.lastActivity().toString());
    }

    /** The shape of an older server, which existing clients still read. */
    private static Map<String, Object> legacy(UserSession session, @Nullable Platform platform) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("user_id", session.userId());
        body.put("platform_connection_id", platform == null ? null : platform.id());
        body.put("authenticated", true);
        body.put("created_at", session.createdAt().toString());
        body.put("last_activity", session.lastActivity().toString());
        return body;
    }

    private static @Nullable Map<String, Object> view(@Nullable Platform platform) {
        if (platform == null) {
            return null;
        }
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", platform.id());
        body.put("name", platform.name());
        body.put("type", platform.platformType());
        body.put("platform_type", platform.platformType());
        body.put("instance_url", platform.instanceUrl());
        body.put("is_default", platform.isDefault());
        return body;
    }
}
