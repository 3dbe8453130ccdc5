package io.flotilla.gateway.vm;

import io.flotilla.kit.problem.Unavailable;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what the brokers write. */
@Singleton
final class RedisVmDirectory implements VmDirectory {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private final RedisDataSource redis;

    RedisVmDirectory(RedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public Optional<VmPlace> find(String vmId) {
        return ask(() -> place(redis.hash(String.class).hgetall("vm:" + vmId)));
    }

    @Override
    public Optional<String> embeddedVm(String tokenSha256Hex) {
        return ask(() -> Optional.ofNullable(redis.value(String.class).get("embed:" + tokenSha256Hex)));
    }

    private static Optional<VmPlace> place(Map<String, String> fields) {
        try {
            var node = URI.create(fields.getOrDefault("node", ""));
            return node.getHost() == null
                    ? Optional.empty()
                    : Optional.of(new VmPlace(node, px(fields.get("width"), WIDTH), px(fields.get("height"), HEIGHT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int px(@Nullable String text, int otherwise) {
        return text != null && text.matches("\\d{1,5}") ? Integer.parseInt(text) : otherwise;
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw new Unavailable("The directory of VMs is unreachable", e);
        }
    }
}
