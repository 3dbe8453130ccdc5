package io.flotilla.session;

import io.flotilla.session.Visitor.Reply;
import io.flotilla.testkit.TestTokens;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** Plays realtime-gateway: asks about rooms on behalf of somebody. */
public final class Gateway {
    private Gateway() {}

    public static Reply get(String path, String userId) {
        return call("GET", path, null, userId);
    }

    public static Reply post(String path, JsonObject body, String userId) {
        return call("POST", path, body.encode(), userId);
    }

    public static Reply call(String method, String path, String body, String userId) {
        return Visitor.call(
                method,
                "/internal/vm-sessions/" + path,
                body,
                Map.of(
                        "Authorization",
                        "Bearer " + TestTokens.current().service("realtime-gateway"),
                        "X-On-Behalf-Of",
                        userId,
                        "Content-Type",
                        "application/json"));
    }
}
