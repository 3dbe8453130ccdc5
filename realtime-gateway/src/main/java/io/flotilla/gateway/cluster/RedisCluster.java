package io.flotilla.gateway.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.channel.Channels;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.id.IdSource;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Nodes by Redis: each says every few seconds that it lives (zset {@code gateway-nodes}, scored by Redis' own clock), questions go out on
 * one channel and answers come back on the asker's own. This node answers itself without Redis.
 */
@Singleton
final class RedisCluster implements Cluster {
    private static final Logger LOG = Logger.getLogger(RedisCluster.class);
    /** A third of a life: two rounds may fail before the others take it for dead. */
    private static final Duration ROUND = Duration.ofSeconds(5);

    private static final Duration LIFE = ROUND.multipliedBy(3);
    private static final long SOON_MS = 500;
    /** Says that a node lives, forgets the dead, and names the living. */
    private static final String ALIVE = """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            redis.call('ZADD', KEYS[1], now, ARGV[1])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[2] * 4)
            return redis.call('ZRANGE', KEYS[1], 0, -1)
            """;

    private final RedisDataSource redis;
    private final Channels channels;
    private final IdSource ids;
    private final String kind;
    private final String node;
    private final Duration life;
    private final Responders responders = new Responders();
    private final Map<String, Question> open = new ConcurrentHashMap<>();
    private volatile boolean hears;

    @Inject
    RedisCluster(RedisDataSource redis, Channels channels, IdSource ids, KitConfig config) {
        this(redis, channels, ids, "gateway", config.node() + "~" + ids.readable(), LIFE);
    }

    /** Node is unique to this run of the process; nodes of another kind are not seen. */
    RedisCluster(RedisDataSource redis, Channels channels, IdSource ids, String kind, String node, Duration life) {
        this.kind = kind;
        this.redis = redis;
        this.channels = channels;
        this.ids = ids;
        this.node = node;
        this.life = life;
    }

    void begin(@Observes StartupEvent started, Vertx vertx) {
        listen();
        vertx.setPeriodic(SOON_MS, ROUND.toMillis(), timer -> Thread.ofVirtual()
                .name("alive")
                .start(this::aliveOrNot));
    }

    void listen() {
        channels.listen(questions(), this::asked, () -> hears = true);
        channels.listen(answersTo(node), this::answered, () -> {});
    }

    /** Nobody waits for a node that has gone as it should. */
    @PreDestroy
    void leave() {
        try {
            redis.execute("ZREM", nodes(), node);
        } catch (RuntimeException e) {
            LOG.debugf("Nobody can be told that this node goes: %s", e.getMessage());
        }
    }

    @Override
    public String node() {
        return node;
    }

    @Override
    public void respond(String topic, Responder responder) {
        responders.add(topic, responder);
    }

    @Override
    public Answers ask(String topic, JsonNode text, Duration patience) {
        var id = ids.readable();
        var question = question(id, topic, text);
        question.answered(node, responders.answer(topic, text));
        try {
            return question.await(patience);
        } finally {
            open.remove(id);
        }
    }

    private Question question(String id, String topic, JsonNode text) {
        try {
            var others = new HashSet<>(alive());
            others.remove(node);
            var question = new Question(others);
            open.put(id, question);
            if (!others.isEmpty()) {
                publish(
                        questions(),
                        Json.object()
                                .put("id", id)
                                .put("from", node)
                                .put("topic", topic)
                                .set("question", text));
            }
            return question;
        } catch (RuntimeException e) {
            LOG.infof("Other nodes cannot be asked: %s", e.getMessage());
            var alone = new Question(Set.of());
            alone.failed("others", Answers.UNREACHABLE);
            return alone;
        }
    }

    Set<String> alive() {
        var living = new HashSet<String>();
        var names = redis.execute("EVAL", ALIVE, "1", nodes(), node, Long.toString(life.toMillis()));
        names.forEach(name -> living.add(name.toString()));
        return living;
    }

    private void aliveOrNot() {
        try {
            // Nobody should wait for the answers of a node that does not hear yet.
            if (hears) {
                alive();
            }
        } catch (RuntimeException e) {
            LOG.debugf("Nobody can be told that this node lives: %s", e.getMessage());
        }
    }

    private void asked(String message) {
        var json = read(message);
        var from = json.path("from").asText("");
        if (from.isEmpty() || from.equals(node)) {
            return;
        }
        var answer = Json.object().put("id", json.path("id").asText("")).put("node", node);
        responders
                .answer(json.path("topic").asText(""), json.path("question"))
                .ifPresent(found -> answer.set("answer", found));
        try {
            publish(answersTo(from), answer);
        } catch (RuntimeException e) {
            LOG.infof("An answer could not be given: %s", e.getMessage());
        }
    }

    private void answered(String message) {
        var json = read(message);
        var question = open.get(json.path("id").asText(""));
        var from = json.path("node").asText("");
        if (question != null && !from.isEmpty()) {
            question.answered(from, Optional.ofNullable(json.get("answer")));
        }
    }

    private void publish(String channel, JsonNode message) {
        redis.pubsub(String.class).publish(channel, message.toString());
    }

    private static JsonNode read(String message) {
        try {
            return Json.read(message);
        } catch (JsonProcessingException e) {
            LOG.warn("A message between nodes is not as it should be");
            return Json.object();
        }
    }

    private String nodes() {
        return kind + "-nodes";
    }

    private String questions() {
        return kind + "-questions";
    }

    private String answersTo(String asker) {
        return kind + "-answers:" + asker;
    }
}
