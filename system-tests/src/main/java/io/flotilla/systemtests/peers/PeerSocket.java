package io.flotilla.systemtests.peers;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One socket of a client, and all it heard in order: {@code connect}, {@code upgrade}, {@code event}, {@code disconnect},
 * {@code connect_error}. Thread-safe.
 */
public abstract class PeerSocket implements AutoCloseable {
    private final List<JsonObject> heard = new CopyOnWriteArrayList<>();
    private final Map<Integer, CompletableFuture<JsonArray>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();

    protected abstract void send(String event, JsonArray args, Optional<Integer> ack);

    @Override
    public abstract void close();

    public final void tell(String event, JsonElement... args) {
        send(event, array(args), Optional.empty());
    }

    /** Completes with the arguments of the acknowledgement. */
    public final CompletableFuture<JsonArray> ask(String event, JsonElement... args) {
        var answer = new CompletableFuture<JsonArray>();
        var number = questions.incrementAndGet();
        asked.put(number, answer);
        send(event, array(args), Optional.of(number));
        return answer;
    }

    /** For the library: what was heard, as {@code src/main/peers} writes it. */
    protected final void hear(JsonObject line) {
        if (line.get("on").getAsString().equals("ack")) {
            Optional.ofNullable(asked.remove(line.get("ack").getAsInt()))
                    .ifPresent(answer -> answer.complete(line.getAsJsonArray("args")));
        } else {
            heard.add(line);
        }
    }

    /** The names of what was heard: of events theirs, else {@code :connect} and the like. */
    public final List<String> story() {
        return heard.stream().map(PeerSocket::name).toList();
    }

    /** First arguments of all events of that name. */
    public final List<JsonElement> all(String event) {
        return heard.stream()
                .filter(line -> name(line).equals(event))
                .map(line -> line.getAsJsonArray("args"))
                .map(args -> args.isEmpty() ? new JsonObject() : args.get(0))
                .toList();
    }

    /** The first argument of the newest event of that name, an object. */
    public final Optional<JsonObject> newest(String event) {
        return all(event).reversed().stream().findFirst().map(JsonElement::getAsJsonObject);
    }

    /** The newest of what is no event: {@code :connect}, {@code :upgrade}, {@code :disconnect}, {@code :connect_error}. */
    public final Optional<JsonObject> state(String name) {
        return heard.reversed().stream().filter(line -> name(line).equals(name)).findFirst();
    }

    public final boolean isConnected() {
        return heard.reversed().stream()
                .map(PeerSocket::name)
                .filter(name -> name.equals(":connect") || name.equals(":disconnect"))
                .findFirst()
                .filter(":connect"::equals)
                .isPresent();
    }

    @Override
    public String toString() {
        return heard.toString();
    }

    private static String name(JsonObject line) {
        var on = line.get("on").getAsString();
        return on.equals("event") ? Objects.requireNonNull(line.get("event")).getAsString() : ":" + on;
    }

    private static JsonArray array(JsonElement... args) {
        var array = new JsonArray();
        List.of(args).forEach(array::add);
        return array;
    }
}
