package io.flotilla.session;

import io.flotilla.session.Visitor.Reply;
import io.flotilla.testkit.TestTokens;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays auth-service: tells the service under test that somebody signed in, or that a session shall end. */
public final class SignIns {
    /** What visitors of these tests call themselves, in another version. */
    public static final String AGENT = "Java-http-client/1.2.3";

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private SignIns() {}

    public static String newUser() {
        return "user-" + UUID.randomUUID();
    }

    public static JsonObject wish(String userId) {
        return new JsonObject()
                .put("userId", userId)
                .put("username", "Ada")
                .put("email", "ada@example.org")
                .put("roles", new JsonArray().add("user"))
                .put("method", "password")
                .put("userAgent", AGENT)
                .put("address", "192.0.2.7");
    }

    public static Reply open(JsonObject wish) {
        return tell("", wish);
    }

    /** A browser in which that user signed in. */
    public static Visitor of(String userId) {
        return visitor(open(wish(userId)));
    }

    /** The same in a browser that somebody used before. */
    public static Visitor of(String userId, Visitor before) {
        return visitor(open(wish(userId).put("cookie", value(before))));
    }

    public static Visitor visitor(Reply opened) {
        if (opened.status() != 201) {
            throw new AssertionError("not signed in: " + opened.status() + " " + opened.text());
        }
        var body = opened.body();
        int number = ADDRESSES.incrementAndGet();
        var address = "172.16.%d.%d".formatted(number / 250, number % 250 + 1);
        return new Visitor(body.getString("setCookie").split(";", 2)[0], body.getString("csrfToken"), address);
    }

    public static String value(Visitor visitor) {
        return visitor.cookie().split("=", 2)[1];
    }

    public static String handle(Visitor visitor) {
        return visitor.get("/api/session/state").body().getString("session_id");
    }

    public static Reply tell(String path, JsonObject body) {
        return call("POST", path, body.encode(), "auth-service");
    }

    public static Reply ask(String sid) {
        return call("GET", "/" + sid, null, "auth-service");
    }

    public static Reply call(String method, String path, String body, String service) {
        return Visitor.call(
                method,
                "/internal/user-sessions" + path,
                body,
                Map.of(
                        "Authorization",
                        "Bearer " + TestTokens.current().service(service),
                        "Content-Type",
                        "application/json"));
    }
}
