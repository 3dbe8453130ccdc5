package io.flotilla.session.platformuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.Visitor;
import io.vertx.core.json.JsonObject;

/** What somebody does with platform connections. */
record PlatformCalls(Visitor who) {
    static final String KEY = "sk_very-secret-key";

    /** A connection to this installation's own machines. */
    static JsonObject own(String name) {
        return new JsonObject().put("name", name).put("platform_type", "chromium");
    }

    /** A connection to the remote service. */
    static JsonObject remote(String name) {
        return new JsonObject()
                .put("name", name)
                .put("platform_type", "hyperbeam")
                .put("secret", KEY);
    }

    /** Its id. */
    String created(JsonObject wish) {
        var reply = who.post("/api/platforms", wish);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.body().getJsonObject("platform").getString("id");
    }

    JsonObject one(String id) {
        return who.get("/api/platforms/" + id).body().getJsonObject("platform");
    }

    boolean isActive(String id) {
        return one(id).getBoolean("is_active");
    }

    Visitor.Reply switched(String id) {
        return who.post("/api/switch_platform/" + id, new JsonObject());
    }

    JsonObject tested(String id) {
        var reply = who.post("/api/platforms/" + id + "/test", new JsonObject());
        assertThat(reply.status()).isEqualTo(200);
        return reply.body();
    }
}
