package io.flotilla.gateway.membership;

import io.flotilla.kit.problem.Unavailable;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads what session-service writes. What cannot be understood is none: it opens nothing. */
@Singleton
final class RedisVmSessions implements VmSessions {
    private static final Duration TURN = Duration.ofMinutes(2);

    private final RedisDataSource redis;

    RedisVmSessions(RedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public Optional<VmSession> find(String vmSessionId) {
        var fields = read(vmSessionId);
        var vmId = fields.getOrDefault("vmId", "");
        return switch (fields.getOrDefault("state", "")) {
            case "live" ->
                Optional.of(new VmSession.Live(
                        vmId,
                        fields.getOrDefault("ownerId", ""),
                        fields.getOrDefault("mode", "free"),
                        turn(fields.getOrDefault("turnSeconds", ""))));
            case "ended" -> Optional.of(new VmSession.Ended(vmId, fields.getOrDefault("reason", "ended")));
            default -> Optional.empty();
        };
    }

    private static Duration turn(String seconds) {
        return seconds.matches("\\d{1,5}") ? Duration.ofSeconds(Long.parseLong(seconds)) : TURN;
    }

    private Map<String, String> read(String vmSessionId) {
        try {
            return redis.hash(String.class).hgetall("vm-session:" + vmSessionId);
        } catch (RuntimeException e) {
            throw new Unavailable("VM sessions are unreachable", e);
        }
    }
}
