package io.flotilla.kit.revocation;

import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.problem.Unavailable;
import io.quarkus.arc.DefaultBean;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.redis.client.ResponseType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The list in Redis: zset {@code revocations} scored by its end. A thread of its own reads it every half second, which is haste enough
 * for the promise of a second and leaves no subscription to lose.
 */
@Singleton
@DefaultBean
public final class RedisRevocations implements Revocations {
    private static final Logger log = Logger.getLogger(RedisRevocations.class);
    private static final String NAME = "revocations";
    private static final Duration ANEW_AT_MOST_EVERY = Duration.ofMillis(250);

    private final RedisDataSource redis;
    private final InstantSource clock;
    private final Duration poll;
    private final Duration staleAfter;
    private final KnownRevocations known;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ReentrantLock reading = new ReentrantLock();

    private volatile Instant readAt = Instant.MIN;
    private volatile Instant triedAt = Instant.MIN;

    public RedisRevocations(RedisDataSource redis, InstantSource clock, KitConfig config) {
        this.redis = redis;
        this.clock = clock;
        this.poll = config.revocation().poll();
        this.staleAfter = config.revocation().staleAfter();
        this.known = new KnownRevocations(clock);
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("revocations").start(this::follow);
    }

    void stop(@Observes ShutdownEvent event) {
        closed.countDown();
    }

    @Override
    public void revoke(String sid, Instant until) {
        try {
            redis.execute("ZADD", NAME, "GT", Long.toString(until.toEpochMilli()), sid);
            redis.execute("ZREMRANGEBYSCORE", NAME, "-inf", "(" + clock.millis());
        } catch (RuntimeException e) {
            throw new Unavailable("The list of revocations cannot be written", e);
        }
        known.learn(sid, until);
    }

    @Override
    public boolean isRevoked(String sid) {
        if (isStale()) {
            readUnlessJustTried();
            if (isStale()) {
                throw new Unavailable("The list of revocations cannot be read");
            }
        }
        return known.contains(sid);
    }

    @Override
    public Subscription onRevoked(Consumer<String> listener) {
        return known.listen(listener);
    }

    /** How many entries this process knows. */
    int known() {
        return known.size();
    }

    private void follow() {
        boolean fine = true;
        try {
            do {
                fine = step(fine);
            } while (!closed.await(poll.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean step(boolean wasFine) {
        try {
            read();
            return true;
        } catch (RuntimeException e) {
            if (wasFine && closed.getCount() > 0) {
                log.warnf("revocations cannot be read: %s", e.toString());
            }
            return false;
        }
    }

    private void read() {
        reading.lock();
        try {
            var now = clock.instant();
            triedAt = now;
            var entries = redis.execute("ZRANGEBYSCORE", NAME, "(" + now.toEpochMilli(), "+inf", "WITHSCORES");
            // Redis 7 with RESP3 pairs member and score, with RESP2 they alternate.
            for (int i = 0; i < entries.size(); i++) {
                var entry = entries.get(i);
                if (entry.type() == ResponseType.MULTI) {
                    learn(entry.get(0).toString(), entry.get(1).toString());
                } else {
                    learn(entry.toString(), entries.get(++i).toString());
                }
            }
            known.forgetExpired();
            readAt = now;
        } finally {
            reading.unlock();
        }
    }

    private void learn(String sid, String score) {
        known.learn(sid, Instant.ofEpochMilli((long) Double.parseDouble(score)));
    }

    private void readUnlessJustTried() {
        reading.lock();
        try {
            if (isStale() && triedAt.isBefore(clock.instant().minus(ANEW_AT_MOST_EVERY))) {
                read();
            }
        } catch (RuntimeException e) {
            log.debug("revocations cannot be read", e);
        } finally {
            reading.unlock();
        }
    }

    private boolean isStale() {
        return readAt.isBefore(clock.instant().minus(staleAfter));
    }
}
