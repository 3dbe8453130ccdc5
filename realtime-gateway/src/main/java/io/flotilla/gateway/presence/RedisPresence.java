package io.flotilla.gateway.presence;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.protocol.Role;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.id.IdSource;
import io.flotilla.kit.problem.Unavailable;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Presence in Redis. A node is one run of a process: what an earlier run of the same name left behind dies with that run's key. Entries
 * of the dead are swept by whoever comes across them.
 */
@Singleton
final class RedisPresence implements Presence {
    private static final Duration NODE_LIFE = Duration.ofSeconds(15);
    private static final Duration ENTRY_LIFE = Duration.ofSeconds(60);

    private final RedisDataSource redis;
    private final String node;
    private final Map<String, Map<String, String>> announced = new ConcurrentHashMap<>();

    @Inject
    RedisPresence(RedisDataSource redis, KitConfig config, IdSource ids) {
        this(redis, config.node() + "~" + ids.readable());
    }

    /** Node is unique to this run of the process. */
    RedisPresence(RedisDataSource redis, String node) {
        this.redis = redis;
        this.node = node;
    }

    @Override
    public void alive() {
        ask(() -> {
            redis.value(String.class).setex("presence-node:" + node, NODE_LIFE.toSeconds(), "alive");
            return true;
        });
    }

    @Override
    public void announce(String vmId, Collection<Attendance> here) {
        var now = new HashMap<String, String>();
        here.forEach(one -> now.put(one.connectionId(), write(one)));
        var before = announced.getOrDefault(vmId, Map.of());
        ask(() -> {
            var gone = new HashSet<>(before.keySet());
            gone.removeAll(now.keySet());
            remove(vmId, gone);
            if (!now.isEmpty()) {
                // All of it each time: another node may have taken this one for dead, or Redis may have forgotten.
                redis.hash(String.class).hset("presence:" + vmId, now);
                redis.key().expire("presence:" + vmId, ENTRY_LIFE);
            }
            return true;
        });
        if (now.isEmpty()) {
            announced.remove(vmId);
        } else {
            announced.put(vmId, now);
        }
        if (!before.equals(now)) {
            ask(() -> {
                redis.pubsub(String.class)
                        .publish("presence", Json.object().put("vmId", vmId).toString());
                return true;
            });
        }
    }

    @Override
    public List<Attendance> at(String vmId) {
        return ask(() -> {
            var lives = new HashMap<String, Boolean>();
            var present = new ArrayList<Attendance>();
            var dead = new HashSet<String>();
            redis.hash(String.class).hgetall("presence:" + vmId).forEach((id, json) -> {
                var entry = read(id, json);
                if (entry != null && lives.computeIfAbsent(entry.node(), this::lives)) {
                    present.add(entry.attendance());
                } else {
                    dead.add(id);
                }
            });
            remove(vmId, dead);
            return List.copyOf(present);
        });
    }

    private record Entry(String node, Attendance attendance) {}

    private boolean lives(String other) {
        return other.equals(node) || redis.key().exists("presence-node:" + other);
    }

    private void remove(String vmId, Set<String> ids) {
        if (!ids.isEmpty()) {
            redis.hash(String.class).hdel("presence:" + vmId, ids.toArray(String[]::new));
        }
    }

    private String write(Attendance one) {
        return Json.object()
                .put("participantId", one.participantId())
                .put("userId", one.userId())
                .put("name", one.name())
                .put("role", one.role().word())
                .put("node", node)
                .put("since", one.since().toEpochMilli())
                .toString();
    }

    private static @Nullable Entry read(String id, String text) {
        try {
            var json = Json.read(text);
            Optional<Role> role = Role.of(json.path("role").asText(""));
            return role.isEmpty()
                    ? null
                    : new Entry(
                            json.path("node").asText(""),
                            new Attendance(
                                    id,
                                    json.path("participantId").asText(""),
                                    json.path("userId").asText(""),
                                    json.path("name").asText(""),
                                    role.get(),
                                    Instant.ofEpochMilli(json.path("since").asLong())));
        } catch (JsonProcessingException | DateTimeException e) {
            return null;
        }
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw new Unavailable("Presence is unreachable", e);
        }
    }
}
