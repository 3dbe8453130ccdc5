package io.flotilla.vmbroker.record;

import io.flotilla.vmbroker.config.BrokerConfig;
import io.flotilla.vmbroker.vm.VmDirectory;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** {@code vm:{vmId}} and {@code embed:{sha256}}; both live half a minute unless said again, so that those of a dead broker vanish. */
@ApplicationScoped
public class RedisVmDirectory implements VmDirectory {
    private static final Duration LIFE = Duration.ofSeconds(30);

    private final RedisDataSource redis;
    private final String node;

    public RedisVmDirectory(RedisDataSource redis, BrokerConfig config) {
        this.redis = redis;
        this.node = config.broker().url();
    }

    @Override
    public void announce(Collection<Entry> entries) {
        for (var entry : entries) {
            redis.withTransaction(all -> {
                all.hash(String.class)
                        .hset(
                                vm(entry),
                                Map.of(
                                        "node", node,
                                        "width", Integer.toString(entry.size().width()),
                                        "height", Integer.toString(entry.size().height())));
                all.key().pexpire(vm(entry), LIFE);
                all.value(String.class).psetex(embed(entry), LIFE.toMillis(), entry.vmId());
            });
        }
    }

    @Override
    public void forget(Entry entry) {
        redis.key().del(vm(entry), embed(entry));
    }

    private static String vm(Entry entry) {
        return "vm:" + entry.vmId();
    }

    private static String embed(Entry entry) {
        return "embed:" + entry.embedHash();
    }
}
