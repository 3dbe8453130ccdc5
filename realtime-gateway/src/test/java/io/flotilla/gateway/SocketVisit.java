package io.flotilla.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** A {@link SocketClient} in one namespace: what it heard, and what it says. Thread-safe. */
public final class SocketVisit implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SocketClient client;
    private final String namespace;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Map<Integer, CompletableFuture<JsonArray>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger nextId = new AtomicInteger();
    private volatile @Nullable JsonObject entered;
    private volatile @Nullable JsonObject error;
    private final CompletableFuture<Void> decided = new CompletableFuture<>();
    private volatile boolean over;

    SocketVisit(SocketClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /** An event; an argument that is not there is null. */
    public record Heard(String name, JsonArray args) {
        /** The first argument. */
        public JsonObject body() {
            return args.isEmpty() ? new JsonObject() : args.getJsonObject(0);
        }
    }

    public SocketClient client() {
        return client;
    }

    public boolean isIn() {
        return entered != null && !over;
    }

    /** Disconnected by the server, or cut off. */
    public boolean isOver() {
        return over;
    }

    public String sid() {
        var answer = entered;
        return answer == null ? "" : answer.getString("sid");
    }

    /** The private id for recovery; empty when there is none. */
    public String pid() {
        var answer = entered;
        return answer == null ? "" : answer.getString("pid", "");
    }

    /** What {@code connect_error} said; empty when there was none. */
    public JsonObject error() {
        var said = error;
        return said == null ? new JsonObject() : said;
    }

    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** First arguments of the events of that name. */
    public List<JsonObject> heard(String name) {
        return heard.stream()
                .filter(event -> event.name().equals(name))
                .map(Heard::body)
                .toList();
    }

    /** The first event of that name, which may have to come yet. */
    public JsonObject await(String name) {
        return await(name, 1);
    }

    /** The nth event of that name. */
    public JsonObject await(String name, int nth) {
        patiently(() -> heard(name).size() >= nth, () -> name + " #" + nth + " of " + heard + this);
        return heard(name).get(nth - 1);
    }

    public void awaitEnd() {
        patiently(() -> over, () -> "the end; heard " + heard + this);
    }

    public void emit(String name, Object... args) {
        client.say("42" + namespace + "," + event(name, args));
    }

    /** Emits and returns what the server acknowledged it with: the first argument. */
    public JsonObject ask(String name, Object... args) {
        return askSoon(name, args)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .getJsonObject(0);
    }

    public CompletableFuture<JsonArray> askSoon(String name, Object... args) {
        var id = nextId.getAndIncrement();
        var answer = new CompletableFuture<JsonArray>();
        asked.put(id, answer);
        client.say("42" + namespace + "," + id + event(name, args));
        return answer;
    }

    /** Leaves the namespace; the connection stays. */
    public void leave() {
        client.say("41" + namespace + ",");
    }

    /** Ends the connection, and with it all its visits. */
    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return " in " + namespace + ": " + entered + " refused: " + error + " over: " + over + " closed: "
                + client.closeCode() + " " + client.closeReason();
    }

    void awaitAnswer() {
        decided.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    void cut() {
        over = true;
        decided.complete(null);
        asked.values().forEach(answer -> answer.completeExceptionally(new IllegalStateException("cut off")));
    }

    void hear(char type, String rest) {
        switch (type) {
            case '0' -> {
                entered = new JsonObject(rest);
                decided.complete(null);
            }
            case '1' -> over = true;
            case '2' -> {
                var parts = new JsonArray(rest.substring(rest.indexOf('[')));
                var name = parts.getString(0);
                parts.remove(0);
                heard.add(new Heard(name, parts));
            }
            case '3' -> {
                var start = rest.indexOf('[');
                var answer = asked.remove(Integer.parseInt(rest.substring(0, start)));
                if (answer != null) {
                    answer.complete(new JsonArray(rest.substring(start)));
                }
            }
            case '4' -> {
                error = new JsonObject(rest);
                decided.complete(null);
            }
            default -> {}
        }
    }

    private static String event(String name, Object... args) {
        var parts = new JsonArray().add(name);
        for (var arg : args) {
            parts.add(arg);
        }
        return parts.encode();
    }

    private static void patiently(Callable<Boolean> until, Supplier<String> what) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(until);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("waited in vain for " + what.get(), e);
        }
    }
}
