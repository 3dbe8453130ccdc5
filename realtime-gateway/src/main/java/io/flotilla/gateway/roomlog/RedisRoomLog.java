package io.flotilla.gateway.roomlog;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.kit.id.IdSource;
import io.flotilla.kit.problem.Unavailable;
import io.quarkus.redis.datasource.RedisDataSource;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The log on a Redis stream, whose ids are the offsets. Each step is one script, so that Redis' order of scripts is the order of the room
 * and a publication is never ahead of its entry. The epoch is kept beside the run of the server that began it: a Redis that comes back
 * with an older copy of its data has entries to lose that nobody would miss, so every run of a server has epochs of its own.
 */
@Singleton
final class RedisRoomLog implements RoomLog {
    /** Longer than a client may take to come back (two minutes), with slow clocks and second thoughts. */
    private static final Duration ENTRIES_LIVE = Duration.ofMinutes(15);

    /** A room that is quiet keeps its epoch, so that its clients miss nothing when they come back. */
    private static final Duration HEAD_LIVES = Duration.ofDays(2);

    /** KEYS head, entries, ids; ARGV 1 epoch to begin with, 2 life of the head; leaves epoch and offset. */
    private static final String HEAD = """
            local run = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)') or ''
            local head = redis.call('HMGET', KEYS[1], 'epoch', 'offset', 'run')
            if not head[1] or head[3] ~= run then
              redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])
              redis.call('HSET', KEYS[1], 'epoch', ARGV[1], 'offset', '0', 'run', run)
              head = {ARGV[1], '0'}
            end
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            local epoch, offset = head[1], tonumber(head[2])
            """;

    /** ARGV 3 channel, 4 life of entries, 5 how many are kept, 6 id, 7 name, 8 payload. */
    private static final String APPEND = HEAD + """
            local known = redis.call('ZSCORE', KEYS[3], ARGV[6])
            if known then
              return {epoch, tonumber(known)}
            end
            offset = redis.call('HINCRBY', KEYS[1], 'offset', 1)
            redis.call('XADD', KEYS[2], 'MAXLEN', ARGV[5], offset .. '-0', 'id', ARGV[6], 'name', ARGV[7], 'json', ARGV[8])
            redis.call('ZADD', KEYS[3], offset, ARGV[6])
            redis.call('ZREMRANGEBYRANK', KEYS[3], 0, -1 - tonumber(ARGV[5]))
            redis.call('PEXPIRE', KEYS[2], ARGV[4])
            redis.call('PEXPIRE', KEYS[3], ARGV[4])
            redis.call('PUBLISH', ARGV[3], RedisWireWord .. epoch .. ' ' .. offset .. ' ' .. ARGV[6] .. ' ' .. ARGV[7] .. ' ' .. ARGV[8])
            return {epoch, offset}
            """.replace("RedisWireWord", "'" + RedisRoomWire.ENTRY + "'");

    /** ARGV 3 epoch and 4 offset of the position. */
    private static final String SINCE = HEAD + """
            local after = tonumber(ARGV[4])
            if ARGV[3] ~= epoch or after >= offset then
              return {epoch, offset}
            end
            local found = {}
            for i, entry in ipairs(redis.call('XRANGE', KEYS[2], (after + 1) .. '-0', '+')) do
              found[i] = {entry[2][2], entry[2][4], entry[2][6]}
            end
            return {epoch, offset, found}
            """;

    private final RedisDataSource redis;
    private final RedisRoomFeed feed;
    private final IdSource ids;
    private final int keep;

    @Inject
    RedisRoomLog(RedisDataSource redis, RedisRoomFeed feed, IdSource ids, GatewayConfig config) {
        this(redis, feed, ids, config.rooms().logLength());
    }

    RedisRoomLog(RedisDataSource redis, RedisRoomFeed feed, IdSource ids, int keep) {
        this.redis = redis;
        this.feed = feed;
        this.ids = ids;
        this.keep = keep;
    }

    @Override
    public Position append(String room, String id, String name, String json) {
        var answer = run(
                APPEND,
                room,
                RedisRoomWire.channel(room),
                Long.toString(ENTRIES_LIVE.toMillis()),
                Integer.toString(keep),
                id,
                name,
                json);
        return head(answer);
    }

    @Override
    public Position head(String room) {
        return head(run(HEAD + "return {epoch, offset}", room));
    }

    @Override
    public Tail since(String room, Position after) {
        var answer = run(SINCE, room, after.epoch(), Long.toString(after.offset()));
        var head = head(answer);
        if (!after.epoch().equals(head.epoch()) || after.offset() > head.offset()) {
            return new Tail.Lost(head);
        }
        var entries = answer.size() > 2 ? entries(after, answer.get(2)) : List.<LogEntry>of();
        // The stream gives the newest without gaps: if they are as many as happened, none is missing.
        return entries.size() == head.offset() - after.offset() ? new Tail.Whole(entries, head) : new Tail.Lost(head);
    }

    @Override
    public void pass(String room, String text) {
        ask(() -> redis.execute("PUBLISH", RedisRoomWire.channel(room), RedisRoomWire.PASSING + text));
    }

    @Override
    public Listening listen(String room, Ear ear) {
        return feed.listen(room, ear);
    }

    private Response run(String script, String room, String... arguments) {
        var key = "room-log:" + room;
        var command = Stream.concat(
                Stream.of(
                        script,
                        "3",
                        key + ":head",
                        key,
                        key + ":ids",
                        ids.readable(),
                        Long.toString(HEAD_LIVES.toMillis())),
                Stream.of(arguments));
        return ask(() -> redis.execute("EVAL", command.toArray(String[]::new)));
    }

    private static Position head(Response answer) {
        return new Position(answer.get(0).toString(), answer.get(1).toLong());
    }

    private static List<LogEntry> entries(Position after, Response found) {
        var entries = new ArrayList<LogEntry>(found.size());
        for (int i = 0; i < found.size(); i++) {
            var entry = found.get(i);
            entries.add(new LogEntry(
                    new Position(after.epoch(), after.offset() + 1 + i),
                    entry.get(0).toString(),
                    entry.get(1).toString(),
                    entry.get(2).toString()));
        }
        return entries;
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw new Unavailable("The log of rooms is unreachable", e);
        }
    }
}
