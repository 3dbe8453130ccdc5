package io.flotilla.gateway.channel;

import io.quarkus.redis.client.RedisClientName;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Redis' pub/sub. A subscription dies with its connection, so each is made anew until it stands, and asked again and again whether it
 * does. This speaks to the driver itself, as a subscriber must be listening before it subscribes, else the confirmation may come too
 * early to be heard.
 */
@Singleton
final class RedisChannels implements Channels {
    private static final Logger LOG = Logger.getLogger(RedisChannels.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(4);

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
        subscribe(new Listening(channel, message, missed, executor));
    }

    @PreDestroy
    void close() {
        closed = true;
    }

    private record Listening(String channel, Consumer<String> message, Runnable missed, ExecutorService executor) {
        void heard(String text) {
            executor.execute(() -> handle(() -> message.accept(text)));
        }

        void stands() {
            executor.execute(() -> handle(missed));
        }

        private void handle(Runnable task) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.warnf(e, "A message on channel %s could not be handled", channel);
            }
        }
    }

    private void subscribe(Listening listening) {
        var subscription =
                new RedisSubscription(listening.channel(), listening::heard, listening::stands, () -> again(listening));
        vertx.setPeriodic(CHECK_EVERY.toMillis(), timer -> {
            if (closed || !subscription.check()) {
                vertx.cancelTimer(timer);
            }
        });
        redis.connect().onSuccess(subscription::on).onFailure(failure -> subscription.end());
    }

    private void again(Listening listening) {
        if (!closed) {
            LOG.infof("Channel %s is silent; trying again", listening.channel());
            vertx.setTimer(PAUSE.toMillis(), timer -> subscribe(listening));
        }
    }
}
