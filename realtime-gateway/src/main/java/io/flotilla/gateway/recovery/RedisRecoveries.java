package io.flotilla.gateway.recovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.roomlog.Position;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.secret.Secret;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code room-recovery:{sha256hex(private id)}}: who reads Redis can't continue anybody's socket. */
@Singleton
final class RedisRecoveries implements Recoveries {
    private static final Duration CONNECTED = Duration.ofHours(12);
    private static final Duration CUT = Duration.ofSeconds(150);

    private final RedisDataSource redis;

    RedisRecoveries(RedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public void keep(String privateId, Remembered socket) {
        var json = Json.object()
                .put("socketId", socket.socketId())
                .put("userId", socket.userId())
                .put("room", socket.room())
                .put("position", socket.position().toString());
        ask(() -> {
            redis.value(String.class).setex(key(privateId), CONNECTED.toSeconds(), json.toString());
            return true;
        });
    }

    @Override
    public void cut(String privateId) {
        ask(() -> redis.key().expire(key(privateId), CUT));
    }

    @Override
    public void forget(String privateId) {
        ask(() -> redis.key().del(key(privateId)));
    }

    @Override
    public Optional<Remembered> take(String privateId) {
        return ask(() -> Optional.ofNullable(redis.value(String.class).getdel(key(privateId)))
                .flatMap(RedisRecoveries::read));
    }

    private static String key(String privateId) {
        return "room-recovery:" + Secret.of(privateId).sha256Hex();
    }

    private static Optional<Remembered> read(String text) {
        try {
            var json = Json.read(text);
            return Position.of(json.path("position").asText(""))
                    .map(position -> new Remembered(
                            json.path("socketId").asText(""),
                            json.path("userId").asText(""),
                            json.path("room").asText(""),
                            position));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw new Unavailable("What sockets were cannot be known", e);
        }
    }
}
