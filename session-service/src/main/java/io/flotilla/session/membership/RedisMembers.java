package io.flotilla.session.membership;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The read model in Redis, and its announcements on the channel {@code membership}. */
@ApplicationScoped
class RedisMembers implements Members {
    private static final String CHANNEL = "membership";

    private final RedisDataSource redis;
    private final ObjectMapper json;

    RedisMembers(RedisDataSource redis, ObjectMapper json) {
        this.redis = redis;
        this.json = json;
    }

    @Override
    public void put(String vmId, Member member) {
        redis.hash(String.class).hset(key(vmId), member.participantId(), write(fields(member)));
    }

    @Override
    public void remove(String vmId, String participantId, String reason) {
        redis.hash(String.class).hdel(key(vmId), participantId);
        announce(Map.of("vmId", vmId, "participantId", participantId, "reason", reason));
    }

    @Override
    public void removeAll(String vmId, String reason) {
        redis.key().del(key(vmId));
        announce(Map.of("vmId", vmId, "reason", reason));
    }

    @Override
    public void align(String vmId, Collection<Member> members) {
        var wanted = members.stream().collect(Collectors.toMap(Member::participantId, one -> write(fields(one))));
        var hash = redis.hash(String.class);
        var present = hash.hgetall(key(vmId));
        if (present.equals(wanted)) {
            return;
        }
        var surplus =
                present.keySet().stream().filter(id -> !wanted.containsKey(id)).toArray(String[]::new);
        if (surplus.length > 0) {
            hash.hdel(key(vmId), surplus);
        }
        if (!wanted.isEmpty()) {
            hash.hset(key(vmId), wanted);
        }
    }

    private void announce(Map<String, Object> message) {
        redis.pubsub(String.class).publish(CHANNEL, write(message));
    }

    private static Map<String, Object> fields(Member member) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("userId", member.userId());
        fields.put("role", member.role());
        fields.put("name", member.name());
        fields.put("joinedAt", member.joinedAt().toEpochMilli());
        return fields;
    }

    private String write(Map<String, Object> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers can always be written", e);
        }
    }

    private static String key(String vmId) {
        return "members:" + vmId;
    }
}
