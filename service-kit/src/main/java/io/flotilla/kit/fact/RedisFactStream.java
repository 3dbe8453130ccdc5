package io.flotilla.kit.fact;

import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.problem.Unavailable;
import io.quarkus.arc.DefaultBean;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Facts on Redis streams, field {@code fact}. The consumer is this node: after a restart it first finishes what it had taken. What
 * another consumer took and did not finish is claimed after a while. Redis may come and go; the loops carry on by themselves.
 */
@Singleton
@DefaultBean
public final class RedisFactStream implements FactStream {
    private static final String FIELD = "fact";
    private static final String BLOCK_MILLIS = "500";
    private static final String BATCH = "16";

    private final RedisDataSource redis;
    private final InstantSource clock;
    private final String node;
    private final int keep;
    private final Duration reclaimAfter;
    private final List<FactLoop> loops = new CopyOnWriteArrayList<>();

    public RedisFactStream(RedisDataSource redis, InstantSource clock, KitConfig config) {
        this.redis = redis;
        this.clock = clock;
        this.node = config.node();
        this.keep = config.facts().keep();
        this.reclaimAfter = config.facts().reclaimAfter();
    }

    void stop(@Observes ShutdownEvent event) {
        loops.forEach(FactLoop::close);
    }

    @Override
    public void publish(String stream, String json) {
        try {
            redis.execute("XADD", stream, "MAXLEN", "~", Integer.toString(keep), "*", FIELD, json);
        } catch (RuntimeException e) {
            throw new Unavailable("The fact cannot be stored", e);
        }
    }

    @Override
    public Subscription subscribe(String stream, String group, Consumer<String> handler) {
        var loop = new FactLoop(handler);
        loops.add(loop);
        var reader = new GroupReader(stream, group, loop);
        loop.start(stream + " " + group, reader::round);
        return () -> {
            loop.close();
            loops.remove(loop);
        };
    }

    /** One group's position on one stream; used by its loop's thread only. */
    private final class GroupReader {
        private final String stream;
        private final String group;
        private final FactLoop loop;
        private boolean ready;
        private Instant reclaimedAt = Instant.MIN;

        GroupReader(String stream, String group, FactLoop loop) {
            this.stream = stream;
            this.group = group;
            this.loop = loop;
        }

        void round() throws InterruptedException {
            try {
                if (!ready) {
                    createGroup();
                    handle(read("0", null));
                    ready = true;
                }
                reclaim();
                handle(read(">", BLOCK_MILLIS));
            } catch (RuntimeException e) {
                // The group went away with a Redis that lost its data: create it again, then start from what is there.
                ready = false;
                throw e;
            }
        }

        private void createGroup() {
            try {
                redis.execute("XGROUP", "CREATE", stream, group, "0", "MKSTREAM");
            } catch (RuntimeException e) {
                if (!String.valueOf(e.getMessage()).contains("BUSYGROUP")) {
                    throw e;
                }
            }
        }

        private void reclaim() throws InterruptedException {
            var now = clock.instant();
            if (reclaimedAt.isAfter(now.minus(reclaimAfter.dividedBy(2)))) {
                return;
            }
            reclaimedAt = now;
            var claimed = redis.execute(
                    "XAUTOCLAIM", stream, group, node, Long.toString(reclaimAfter.toMillis()), "0-0", "COUNT", BATCH);
            handle(claimed.get(1));
        }

        private @Nullable Response read(String from, @Nullable String block) {
            var answer = block == null
                    ? redis.execute("XREADGROUP", "GROUP", group, node, "COUNT", "1000", "STREAMS", stream, from)
                    : redis.execute(
                            "XREADGROUP",
                            "GROUP",
                            group,
                            node,
                            "COUNT",
                            BATCH,
                            "BLOCK",
                            block,
                            "STREAMS",
                            stream,
                            from);
            if (answer == null || answer.size() == 0) {
                return null;
            }
            // A map by stream with RESP3, a list of pairs with RESP2.
            return answer.containsKey(stream)
                    ? answer.get(stream)
                    : answer.get(0).get(1);
        }

        private void handle(@Nullable Response entries) throws InterruptedException {
            for (int i = 0; entries != null && i < entries.size() && !loop.isClosed(); i++) {
                var entry = entries.get(i);
                var fact = fact(entry.get(1));
                if (fact == null || loop.handle(fact)) {
                    redis.execute("XACK", stream, group, entry.get(0).toString());
                }
            }
        }

        /** Null for an entry trimmed away meanwhile, or not of our making. */
        private static @Nullable String fact(@Nullable Response fields) {
            for (int i = 0; fields != null && i + 1 < fields.size(); i += 2) {
                if (FIELD.equals(fields.get(i).toString())) {
                    return fields.get(i + 1).toString();
                }
            }
            return null;
        }
    }
}
