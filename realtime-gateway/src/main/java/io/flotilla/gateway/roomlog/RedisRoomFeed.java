package io.flotilla.gateway.roomlog;

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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the rooms this node has somebody in, all over one connection. What is asked for must be confirmed by Redis within two checks,
 * again and again; else the connection is given up for a new one, and every ear is told that it may have missed something. Ears are called
 * on the connection's event loop. Thread-safe; the lock guards the fields and is never held while an ear is called.
 */
@Singleton
final class RedisRoomFeed {
    private static final Logger LOG = Logger.getLogger(RedisRoomFeed.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(2);

    /** A channel nobody publishes to: its confirmation says that the connection lives. */
    private static final String PULSE = RedisRoomWire.channel("");

    private final Redis redis;
    private final Vertx vertx;
    private final Map<String, List<RoomLog.Ear>> ears = new HashMap<>();
    private final Set<String> unconfirmed = new HashSet<>();
    private final Set<String> overdue = new HashSet<>();
    private @Nullable RedisConnection connection;
    private boolean connecting;
    private boolean closed;

    RedisRoomFeed(@RedisClientName("channels") Redis redis, Vertx vertx) {
        this.redis = redis;
        this.vertx = vertx;
        vertx.setPeriodic(CHECK_EVERY.toMillis(), timer -> check());
    }

    RoomLog.Listening listen(String room, RoomLog.Ear ear) {
        var channel = RedisRoomWire.channel(room);
        synchronized (this) {
            ears.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>()).add(ear);
            subscribe(Set.of(channel));
        }
        return () -> leave(channel, ear);
    }

    @PreDestroy
    void close() {
        RedisConnection last;
        synchronized (this) {
            closed = true;
            last = connection;
            connection = null;
        }
        if (last != null) {
            last.close();
        }
    }

    private synchronized void leave(String channel, RoomLog.Ear ear) {
        var left = ears.get(channel);
        if (left == null || !left.remove(ear) || !left.isEmpty()) {
            return;
        }
        ears.remove(channel);
        unconfirmed.remove(channel);
        overdue.remove(channel);
        if (connection != null) {
            connection.send(Request.cmd(Command.UNSUBSCRIBE).arg(channel));
        }
    }

    /** Twice changes nothing and is confirmed twice. With the lock. */
    private void subscribe(Collection<String> channels) {
        var current = connection;
        if (current == null) {
            connect();
        } else if (!channels.isEmpty()) {
            unconfirmed.addAll(channels);
            var request = Request.cmd(Command.SUBSCRIBE);
            channels.forEach(request::arg);
            current.send(request).onFailure(failure -> lost(current));
        }
    }

    /** With the lock. */
    private void connect() {
        if (!connecting && !closed) {
            connecting = true;
            redis.connect().onSuccess(this::connected).onFailure(failure -> again());
        }
    }

    private synchronized void connected(RedisConnection arrived) {
        connecting = false;
        if (closed) {
            arrived.close();
            return;
        }
        connection = arrived;
        arrived.handler(this::heard);
        arrived.endHandler(nothing -> lost(arrived));
        arrived.exceptionHandler(failure -> lost(arrived));
        var all = new HashSet<>(ears.keySet());
        all.add(PULSE);
        subscribe(all);
    }

    private void lost(RedisConnection which) {
        synchronized (this) {
            if (connection != which) {
                return;
            }
            connection = null;
            unconfirmed.clear();
            overdue.clear();
            connecting = true;
        }
        LOG.debug("The rooms' channels are silent; trying again");
        which.close();
        again();
    }

    private void again() {
        vertx.setTimer(PAUSE.toMillis(), timer -> {
            synchronized (this) {
                connecting = false;
                connect();
            }
        });
    }

    private void check() {
        RedisConnection dead = null;
        synchronized (this) {
            if (connection != null && unconfirmed.stream().anyMatch(overdue::contains)) {
                dead = connection;
            } else if (connection != null) {
                overdue.clear();
                overdue.addAll(unconfirmed);
                subscribe(Set.of(PULSE));
            }
        }
        if (dead != null) {
            lost(dead);
        }
    }

    /** Responses are {@code [what, channel, …]}. */
    private void heard(@Nullable Response response) {
        if (response == null || response.size() < 3) {
            return;
        }
        var channel = response.get(1).toString();
        switch (response.get(0).toString()) {
            case "subscribe" -> {
                confirmed(channel);
                earsOf(channel).forEach(RoomLog.Ear::unsure);
            }
            case "message" -> {
                var message = response.get(2).toString();
                earsOf(channel).forEach(ear -> RedisRoomWire.hear(message, ear));
            }
            default -> {}
        }
    }

    private synchronized void confirmed(String channel) {
        unconfirmed.remove(channel);
        overdue.remove(channel);
    }

    private synchronized List<RoomLog.Ear> earsOf(String channel) {
        return ears.getOrDefault(channel, List.of());
    }
}
