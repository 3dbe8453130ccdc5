package io.flotilla.gateway.membership;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.protocol.Role;
import io.flotilla.kit.problem.Unavailable;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what session-service writes. An entry that cannot be understood is no member: it opens nothing. */
@Singleton
final class RedisMembers implements Members {
    private final RedisDataSource redis;

    RedisMembers(RedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public Optional<Map<String, Member>> of(String vmId) {
        var entries = read(vmId);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        var members = new HashMap<String, Member>();
        entries.forEach((id, json) -> member(json).ifPresent(member -> members.put(id, member)));
        return Optional.of(Map.copyOf(members));
    }

    private Map<String, String> read(String vmId) {
        try {
            return redis.hash(String.class).hgetall("members:" + vmId);
        } catch (RuntimeException e) {
            throw new Unavailable("The list of participants is unreachable", e);
        }
    }

    private static Optional<Member> member(String text) {
        try {
            var json = Json.read(text);
            return Role.of(json.path("role").asText(""))
                    .map(role -> new Member(
                            json.path("userId").asText(""), json.path("name").asText(""), role));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
