package io.flotilla.session;

import io.flotilla.session.sessionrecord.UserSessions;
import io.flotilla.testkit.TestTokens;
import io.quarkus.arc.Arc;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** Plays the gateway: brings users' commands about study sessions. */
public final class StudyCalls {
    private StudyCalls() {}

    /** A free session that this visitor has just started. */
    public static JsonObject starts(Visitor visitor) {
        return done(visitor, "start-session", wish()).getJsonObject("session");
    }

    public static JsonObject wish() {
        return new JsonObject().put("subjectId", "math-101").put("type", "free");
    }

    public static JsonObject done(Visitor visitor, String command, JsonObject body) {
        var answer = asks(userOf(visitor), command, body);
        if (!answer.getBoolean("ok", false)) {
            throw new AssertionError("not done: " + answer.encode());
        }
        return answer;
    }

    /** The answer, whatever it is. */
    public static JsonObject asks(String userId, String command, JsonObject body) {
        var reply = tell("/commands/" + command, userId, body);
        if (reply.status() != 200) {
            throw new AssertionError("no answer: " + reply.status() + " " + reply.text());
        }
        return reply.body();
    }

    public static Visitor.Reply tell(String path, String userId, JsonObject body) {
        return Visitor.call(
                "POST",
                "/internal/study-sessions" + path,
                body.encode(),
                Map.of(
                        "Authorization",
                        "Bearer " + TestTokens.current().service("realtime-gateway"),
                        "X-On-Behalf-Of",
                        userId,
                        "Content-Type",
                        "application/json"));
    }

    public static String userOf(Visitor visitor) {
        var handle =
                visitor.get("/api/session/info").body().getJsonObject("session").getString("session_id");
        return Arc.container()
                .instance(UserSessions.class)
                .get()
                .findByHandle(handle)
                .orElseThrow()
                .userId();
    }
}
