package io.flotilla.session.access;

import io.flotilla.session.Account;
import io.flotilla.session.StudyCalls;
import io.flotilla.session.Visitor;
import io.flotilla.testkit.TestTokens;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** One caller, the thing the call is about, and whose it is: new for each call, so that none depends on another. */
final class Scene {
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final Kind kind;
    private final Visitor caller;
    private final Visitor owner;
    private String crowded;
    private String guest;

    Scene(Kind kind) {
        this.kind = kind;
        this.caller = caller(kind);
        this.owner = kind.owns() ? caller : Account.signsIn().browser();
    }

    Visitor.Reply call(Row row) {
        var path = filled(row.path());
        var body = filled(row.body());
        var headers = headers();
        if (!row.verb().equals("GET")) {
            headers.put("Content-Type", "application/json");
            headers.put("Sec-Fetch-Site", "same-origin");
        }
        return Visitor.call(row.verb(), path, body.isEmpty() ? null : body, headers);
    }

    private static Visitor caller(Kind kind) {
        return switch (kind) {
            case STRANGER, VISITOR -> Visitor.arrive();
            case OTHER, OWNER, NO_CSRF -> Account.signsIn().browser();
            case ADMIN -> Account.signsIn("admin").browser();
            case NOBODY, API, SERVICE -> null;
        };
    }

    private Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        // Limits are by address too: each caller comes from one of their own.
        int number = ADDRESSES.incrementAndGet();
        headers.put("X-Forwarded-For", "10.240.%d.%d".formatted(number / 250, number % 250 + 1));
        switch (kind) {
            case NOBODY -> {}
            case API ->
                headers.put(
                        "Authorization",
                        "Bearer "
                                + TestTokens.current()
                                        .user("api-" + UUID.randomUUID(), "api-key:" + UUID.randomUUID(), "", "api"));
            case SERVICE ->
                headers.put("Authorization", "Bearer " + TestTokens.current().service("realtime-gateway"));
            case NO_CSRF -> headers.put("Cookie", caller.cookie());
            case STRANGER, VISITOR, OTHER, OWNER, ADMIN -> {
                headers.put("Cookie", caller.cookie());
                headers.put("X-CSRF-Token", caller.csrfToken());
            }
        }
        return headers;
    }

    private String filled(String template) {
        var text = template.replace("{key}", "some-key");
        if (text.contains("{platform}")) {
            text = text.replace("{platform}", platform());
        }
        if (text.contains("{vm}")) {
            text = text.replace("{vm}", owner.creates().getString("id"));
        }
        if (text.contains("{shared}")) {
            text = text.replace("{shared}", owner.createsShared());
        }
        if (text.contains("{study}")) {
            text = text.replace("{study}", StudyCalls.starts(owner).getString("id"));
        }
        if (text.contains("{crowded}") || text.contains("{guest}")) {
            text = withGuest(text);
        }
        if (text.contains("{session}")) {
            text = text.replace("{session}", session());
        }
        return text;
    }

    /** A shared session, with somebody in it who is neither its owner nor the caller; the same one in path and body. */
    private String withGuest(String text) {
        if (crowded == null) {
            crowded = owner.createsShared();
            guest = Visitor.arrive().joins(crowded).body().getString("participantId");
        }
        return text.replace("{crowded}", crowded).replace("{guest}", guest);
    }

    private String platform() {
        var wish = new JsonObject().put("name", "mine").put("platform_type", "chromium");
        return owner.post("/api/platforms", wish)
                .body()
                .getJsonObject("platform")
                .getString("id");
    }

    private String session() {
        return owner.get("/api/session/info").body().getJsonObject("session").getString("session_id");
    }
}
