package io.flotilla.session.limit;

import io.flotilla.session.config.SessionConfig;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.keys.KeyScanArgs;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Limits over all nodes: one Redis set a person and one an address, each step one script, so Redis' own order of scripts is the order
 * of takers. A marker key tells an empty Redis from one where nobody holds anything.
 */
@Singleton
public final class RedisSessionLimits implements SessionLimits {
    private static final String LEASES = "limits:leases";
    private static final String KNOWN = "limits:known";
    private static final String TAKE = script("take");
    private static final String RELEASE = script("release");
    private static final String ALIGN = script("align");

    private final RedisDataSource redis;
    private final Allowance allowance;
    private final Duration lease;

    @Inject
    RedisSessionLimits(RedisDataSource redis, SessionConfig config) {
        this(
                redis,
                new Allowance(
                        config.session().vmSessionsPerUser(), config.session().vmSessionsPerAddress()),
                config.session().abandonedAfter());
    }

    RedisSessionLimits(RedisDataSource redis, Allowance allowance, Duration lease) {
        this.redis = redis;
        this.allowance = allowance;
        this.lease = lease;
    }

    @Override
    public Taking take(Holding holding) {
        var answer = redis.execute(
                        "EVAL",
                        TAKE,
                        "4",
                        userKey(holding),
                        addressKey(holding),
                        LEASES,
                        KNOWN,
                        member(holding),
                        Integer.toString(allowance.perUser()),
                        Integer.toString(allowance.perAddress()),
                        Long.toString(lease.toMillis()))
                .toString();
        return switch (answer) {
            case "fresh" -> new Taking.Taken(true);
            case "held" -> new Taking.Taken(false);
            case "user" -> new Taking.Full("user", allowance.perUser());
            case "address" -> new Taking.Full("address", allowance.perAddress());
            case "forgotten" -> new Taking.Forgotten();
            default -> throw new IllegalStateException("the take script answered " + answer);
        };
    }

    @Override
    public void release(Holding holding) {
        redis.execute("EVAL", RELEASE, "3", userKey(holding), addressKey(holding), LEASES, member(holding));
    }

    @Override
    public void align(Supplier<? extends Collection<Holding>> record) {
        var before = membersByKey(record.get());
        var keys = new HashSet<>(before.keySet());
        keys.addAll(presentKeys());
        keys.forEach(key -> align(key, before.getOrDefault(key, Set.of()), true));
        redis.value(String.class).set(KNOWN, "1");

        var after = membersByKey(record.get());
        before.forEach((key, members) -> {
            if (!after.getOrDefault(key, Set.of()).containsAll(members)) {
                align(key, after.getOrDefault(key, Set.of()), false);
            }
        });
    }

    private void align(String key, Set<String> members, boolean add) {
        var arguments = new ArrayList<>(List.of(ALIGN, "2", key, LEASES, add ? "add" : "keep"));
        arguments.addAll(members);
        redis.execute("EVAL", arguments.toArray(String[]::new));
    }

    private Set<String> presentKeys() {
        var found = new HashSet<String>();
        for (var pattern : List.of("limits:user:*", "limits:address:*")) {
            var cursor = redis.key().scan(new KeyScanArgs().match(pattern).count(500));
            while (cursor.hasNext()) {
                found.addAll(cursor.next());
            }
        }
        return found;
    }

    private static Map<String, Set<String>> membersByKey(Collection<Holding> holdings) {
        var members = new HashMap<String, Set<String>>();
        for (var one : holdings) {
            members.computeIfAbsent(userKey(one), _ -> new HashSet<>()).add(member(one));
            members.computeIfAbsent(addressKey(one), _ -> new HashSet<>()).add(member(one));
        }
        return members;
    }

    private static String userKey(Holding holding) {
        return "limits:user:" + holding.userId();
    }

    private static String addressKey(Holding holding) {
        return "limits:address:" + holding.address();
    }

    private static String member(Holding holding) {
        return holding.sessionId() + "|" + holding.userId();
    }

    private static String script(String name) {
        try (InputStream in = RedisSessionLimits.class.getResourceAsStream("/limits/" + name + ".lua")) {
            if (in == null) {
                throw new IllegalStateException("no script limits/" + name + ".lua");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
