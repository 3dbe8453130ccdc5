package io.flotilla.gateway.channel;

import io.quarkus.redis.client.RedisClientName;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Redis' pub/sub. A subscription dies with its connection, so each is made anew until it stands. This speaks to the driver itself, as a
 * subscriber must be listening before it subscribes, else the confirmation may come too early to be heard.
 */
@Singleton
final class RedisChannels implements Channels {
    private static final Logger LOG = Logger.getLogger(RedisChannels.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Redis redis;
    private final Vertx vertx;
    private volatile boolean closed;

    RedisChannels(@RedisClientName("channels") Redis redis, Vertx vertx) {
        this.redis = redis;
        this.vertx = vertx;
    }

    @Override
    public void listen(String channel, Consumer<String> message, Runnable missed) {
        // One thread a channel keeps the order.
        var executor = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("channel-" + channel).factory());
        connect(new Listening(channel, message, missed, executor));
    }

    @PreDestroy
    void close() {
        closed = true;
    }

    private record Listening(String channel, Consumer<String> message, Runnable missed, ExecutorService executor) {}

    private void connect(Listening listening) {
        redis.connect()
                .onSuccess(connection -> subscribe(connection, listening))
                .onFailure(failure -> again(listening));
    }

    private void subscribe(RedisConnection connection, Listening listening) {
        var over = new AtomicBoolean();
        Runnable lost = () -> {
            if (over.compareAndSet(false, true)) {
                connection.close();
                again(listening);
            }
        };
        connection.handler(response -> hear(response, listening));
        connection.endHandler(nothing -> lost.run());
        connection.exceptionHandler(failure -> lost.run());
        connection.send(Request.cmd(Command.SUBSCRIBE).arg(listening.channel())).onFailure(failure -> lost.run());
    }

    private void again(Listening listening) {
        if (!closed) {
            LOG.debugf("Channel %s is silent; trying again", listening.channel());
            vertx.setTimer(PAUSE.toMillis(), timer -> connect(listening));
        }
    }

    /** Responses are {@code [what, channel, …]}. */
    private static void hear(Response response, Listening listening) {
        if (response == null || response.size() < 3) {
            return;
        }
        switch (response.get(0).toString()) {
            case "subscribe" -> listening.executor().execute(() -> handle(listening, listening.missed()));
            case "message" -> {
                var text = response.get(2).toString();
                listening
                        .executor()
                        .execute(() ->
                                handle(listening, () -> listening.message().accept(text)));
            }
            default -> {}
        }
    }

    private static void handle(Listening listening, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warnf(e, "A message on channel %s could not be handled", listening.channel());
        }
    }
}
