package io.flotilla.session;

import io.flotilla.testkit.TestTokens;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who signed in, as auth-service tells it, and the browser they did it with. */
public record Account(String userId, String sessionId, Visitor browser) {
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    /** A new user with the role {@code user} and those. */
    public static Account signsIn(String... moreRoles) {
        return signsInAs("user-" + UUID.randomUUID(), null, moreRoles);
    }

    /** That user, in a browser that shows that cookie so far (null for none). */
    public static Account signsInAs(String userId, Visitor before, String... moreRoles) {
        int number = ADDRESSES.incrementAndGet();
        var address = before == null ? "10.250.%d.%d".formatted(number / 250, number % 250 + 1) : "10.251.0.1";
        var roles = new JsonArray().add("user");
        List.of(moreRoles).forEach(roles::add);
        var body = new JsonObject()
                .put("userId", userId)
                .put("username", "name of " + userId)
                .put("roles", roles)
                .put("method", "password")
                .put("userAgent", "Java-http-client/" + System.getProperty("java.version"))
                .put("address", address);
        if (before != null) {
            body.put("cookie", before.cookie().split("=", 2)[1]);
        }
        var reply = Visitor.call(
                "POST",
                "/internal/user-sessions",
                body.encode(),
                Map.of(
                        "Authorization",
                        "Bearer " + TestTokens.current().service("auth-service"),
                        "Content-Type",
                        "application/json"));
        if (reply.status() != 201) {
            throw new AssertionError("not signed in: " + reply.status() + " " + reply.text());
        }
        var cookie = reply.body().getString("setCookie").split(";", 2)[0];
        return new Account(
                userId,
                reply.body().getString("sid"),
                new Visitor(cookie, reply.body().getString("csrfToken"), address));
    }
}
