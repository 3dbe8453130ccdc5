package io.flotilla.gateway.channel;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One try to listen to a channel, on one connection. It stands while Redis confirms it: a connection that has gone without a word, or
 * never came, is found out by {@link #check}. Thread-safe.
 */
final class RedisSubscription {
    private final String channel;
    private final Consumer<String> message;
    private final Runnable stands;
    private final Runnable lost;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicBoolean stood = new AtomicBoolean();
    private volatile boolean confirmed;
    private volatile @Nullable RedisConnection connection;

    /** @param stands runs once, when it does; {@code lost} runs once at its end, whoever ends it */
    RedisSubscription(String channel, Consumer<String> message, Runnable stands, Runnable lost) {
        this.channel = channel;
        this.message = message;
        this.stands = stands;
        this.lost = lost;
    }

    /** Listens on this connection, which may come late. */
    void on(RedisConnection arrived) {
        connection = arrived;
        if (over.get()) {
            arrived.close();
            return;
        }
        arrived.handler(this::hear);
        arrived.endHandler(nothing -> end());
        arrived.exceptionHandler(failure -> end());
        ask(arrived);
    }

    /** To be called from time to time: ends it if Redis has not confirmed it since the last call, else asks again. False when it is over. */
    boolean check() {
        var current = connection;
        if (!confirmed || current == null) {
            end();
        } else if (!over.get()) {
            confirmed = false;
            ask(current);
        }
        return !over.get();
    }

    void end() {
        if (over.compareAndSet(false, true)) {
            var current = connection;
            if (current != null) {
                current.close();
            }
            lost.run();
        }
    }

    /** Subscribing twice changes nothing and is confirmed twice. */
    private void ask(RedisConnection current) {
        current.send(Request.cmd(Command.SUBSCRIBE).arg(channel)).onFailure(failure -> end());
    }

    /** Responses are {@code [what, channel, …]}. */
    private void hear(@Nullable Response response) {
        if (response == null || response.size() < 3) {
            return;
        }
        switch (response.get(0).toString()) {
            case "subscribe" -> {
                confirmed = true;
                if (stood.compareAndSet(false, true)) {
                    stands.run();
                }
            }
            case "message" -> message.accept(response.get(2).toString());
            default -> {}
        }
    }
}
