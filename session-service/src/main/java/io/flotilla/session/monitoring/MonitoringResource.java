package io.flotilla.session.monitoring;

import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** How this node does, for administrators; counters are since its start. */
@Path("/api/admin/monitoring")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MonitoringResource {
    private final CurrentCaller caller;
    private final Numbers numbers;
    private final DatabaseReachable database;
    private final RedisReachable redis;
    private final KitConfig kit;
    private final InstantSource clock;

    MonitoringResource(
            CurrentCaller caller,
            Numbers numbers,
            DatabaseReachable database,
            RedisReachable redis,
            KitConfig kit,
            InstantSource clock) {
        this.caller = caller;
        this.numbers = numbers;
        this.database = database;
        this.redis = redis;
        this.kit = kit;
        this.clock = clock;
    }

    @GET
    public Map<String, Object> now() {
        if (!caller.user().isAdmin()) {
            throw Problem.of(403, "Only for administrators").asException();
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("success", true);
        body.put("timestamp", clock.instant().toString());
        body.put("node", kit.node());
        body.put(
                "uptime_seconds",
                Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime())
                        .toSeconds());
        body.put("user_sessions", userSessions());
        body.put("vm_sessions", vmSessions());
        body.put("exchange", exchange());
        body.put("database", database());
        body.put("redis", Map.of("reachable", redis.now(), "pool", numbers.pool("redis")));
        return body;
    }

    private Map<String, Object> userSessions() {
        return Map.of(
                "active", numbers.measured("flotilla.user.sessions"),
                "created", numbers.counted("flotilla.user.sessions.created"),
                "expired", numbers.counted("flotilla.user.sessions.expired"),
                "revoked", numbers.counted("flotilla.user.sessions.revoked"),
                "revoked_by_reason", numbers.countedBy("flotilla.user.sessions.revoked", "reason"),
                "revocations_known", numbers.measured("flotilla.revocations"));
    }

    private Map<String, Object> vmSessions() {
        return Map.of(
                "live", numbers.measured("flotilla.vm.sessions.live"),
                "wishes", numbers.countedBy("flotilla.vm.sessions.wishes", "result"));
    }

    private Map<String, Object> exchange() {
        return Map.of(
                "asked", numbers.timed(MonitoringBeans.EXCHANGE),
                "cache", numbers.countedBy("flotilla.exchange.cache", "result"));
    }

    private Map<String, Object> database() {
        return Map.of(
                "reachable",
                database.now(),
                "pool",
                Map.of(
                        "active", numbers.measured("agroal.active.count"),
                        "available", numbers.measured("agroal.available.count"),
                        "awaiting", numbers.measured("agroal.awaiting.count"),
                        "most_used", numbers.measured("agroal.max.used.count")));
    }
}
