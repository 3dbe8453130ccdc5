package io.flotilla.gateway.roomlog;

import io.flotilla.kit.id.RandomIds;
import io.flotilla.testkit.RealServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.runtime.datasource.BlockingRedisDataSourceImpl;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.io.IOException;
import java.time.Duration;
import redis.embedded.RedisServer;

/** A Redis that a test may stop, freeze and flush, and ways of nodes to it. */
public final class RedisOnItsOwn implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final int port;
    private RedisServer server;

    private RedisOnItsOwn(int port) throws IOException {
        this.port = port;
        this.server = start();
    }

    public static RedisOnItsOwn begin() throws IOException {
        return new RedisOnItsOwn(RealServers.freePort());
    }

    /** One node's log. */
    public RoomLog node() {
        return new RedisRoomLog(redis(), new RedisRoomFeed(client(), vertx), new RandomIds(), 1000);
    }

    public void flush() {
        redis().execute("FLUSHALL");
    }

    /** Answers nobody for so long; what it was asked meanwhile it does afterwards. */
    public void freeze(Duration howLong) {
        redis().execute("CLIENT", "PAUSE", Long.toString(howLong.toMillis()), "ALL");
    }

    public void stop() throws IOException {
        server.stop();
    }

    /** Remembers nothing. */
    public void comeBack() throws IOException {
        server = start();
    }

    @Override
    public void close() throws IOException {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        server.stop();
    }

    private RedisServer start() throws IOException {
        var started = RedisServer.builder()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .build();
        started.start();
        return started;
    }

    private Redis client() {
        var options = new RedisOptions()
                .setConnectionString("redis://127.0.0.1:" + port)
                .setMaxPoolSize(16)
                .setMaxPoolWaiting(256);
        return Redis.createClient(vertx, options);
    }

    private RedisDataSource redis() {
        var client = new io.vertx.mutiny.redis.client.Redis(client());
        return new BlockingRedisDataSourceImpl(
                new io.vertx.mutiny.core.Vertx(vertx), client, RedisAPI.api(client), Duration.ofSeconds(2));
    }
}
