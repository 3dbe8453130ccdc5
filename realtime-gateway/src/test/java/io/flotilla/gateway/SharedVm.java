package io.flotilla.gateway;

import io.flotilla.testkit.TestTokens;
import io.quarkus.redis.datasource.RedisDataSource;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;

/** One VM session in Redis, as session-service and the broker would have written it. */
public record SharedVm(RedisDataSource redis, String vmId) {
    public SharedVm at(ScriptedBroker broker) {
        redis.hash(String.class).hset("vm:" + vmId, Map.of("node", broker.url(), "width", "1280", "height", "720"));
        return this;
    }

    /** Adds a participant and gives the token that opens the VM's socket. */
    public String with(String name, String role) {
        member(name, role);
        return token(name, role);
    }

    public void member(String name, String role) {
        var entry = new JsonObject()
                .put("userId", "u-" + name)
                .put("role", role)
                .put("name", name)
                .put("joinedAt", 1);
        redis.hash(String.class).hset("members:" + vmId, "p-" + name, entry.encode());
    }

    public String token(String name, String role) {
        return TestTokens.current().participant("u-" + name, "p-" + name, vmId, "vms-" + vmId, role, name);
    }

    /** A token that dies with a user session. */
    public String token(String name, String role, String sessionId) {
        var claims = Jwt.claims()
                .issuer("flotilla")
                .audience("flotilla-media")
                .subject("u-" + name)
                .claim("pid", "p-" + name)
                .claim("vm", vmId)
                .claim("vms", "vms-" + vmId)
                .claim("role", role)
                .claim("name", name)
                .claim("sid", sessionId);
        return TestTokens.current().sign(claims, "participant+jwt", Duration.ofMinutes(15));
    }

    public void without(String name, String reason) {
        redis.hash(String.class).hdel("members:" + vmId, "p-" + name);
        tell(new JsonObject().put("participantId", "p-" + name).put("reason", reason));
    }

    public void tell(JsonObject change) {
        redis.pubsub(String.class)
                .publish("membership", change.put("vmId", vmId).encode());
    }

    public void end() {
        redis.key().del("members:" + vmId, "vm:" + vmId);
    }
}
