package io.flotilla.vmbroker.devtools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One browser's DevTools. Commands go out in the order of the calls; answers and events arrive on one reader thread, so listeners must
 * neither block nor {@link #ask}. When the pipe breaks every open command fails and {@link #closed} completes.
 */
public final class DevTools implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DevTools.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ANSWER_WITHIN_SECONDS = 10;
    /** A page cannot make one message larger than this; the browser that sends it is broken. */
    private static final int LARGEST_MESSAGE = 64 << 20;

    /** One event; {@code session} is null for the browser's own. */
    public record Event(String method, @Nullable String session, JsonNode params) {}

    /** Hears events; runs on the reader thread. */
    @FunctionalInterface
    public interface Listener {
        void on(Event event);
    }

    private final OutputStream out;
    private final AtomicLong number = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    public DevTools(String name, InputStream in, OutputStream out) {
        this.out = out;
        // A pipe read cannot park a virtual thread; one small platform thread a browser it is.
        Thread.ofPlatform().daemon().name("devtools-" + name).start(() -> read(in));
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    public CompletableFuture<Void> closed() {
        return closed;
    }

    public CompletableFuture<JsonNode> send(@Nullable String session, String method, Map<String, ?> params) {
        var id = number.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        open.put(id, answer);
        var message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(params));
        if (session != null) {
            message.put("sessionId", session);
        }
        write(message);
        if (closed.isDone()) {
            open.remove(id);
            answer.completeExceptionally(new DevToolsFailed("the browser is gone"));
        }
        return answer;
    }

    /** Sends without caring for the answer; a refusal is only logged. */
    public void tell(@Nullable String session, String method, Map<String, ?> params) {
        var _ = send(session, method, params).exceptionally(e -> {
            LOG.debugf("%s: %s", method, e.getMessage());
            return JSON.nullNode();
        });
    }

    /** Sends and waits. */
    public JsonNode ask(@Nullable String session, String method, Map<String, ?> params) {
        try {
            return send(session, method, params)
                    .orTimeout(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DevToolsFailed failed) {
                throw failed;
            }
            throw new DevToolsFailed(method + " was not answered in time");
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException ignored) {
            // it is gone either way
        }
    }

    private synchronized void write(ObjectNode message) {
        try {
            out.write(JSON.writeValueAsBytes(message));
            out.write(0);
            out.flush();
        } catch (IOException e) {
            fail();
        }
    }

    private void read(InputStream raw) {
        try (var in = new BufferedInputStream(raw, 1 << 16)) {
            var message = new ByteArrayOutputStream(4096);
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != 0) {
                    message.write(next);
                    if (message.size() > LARGEST_MESSAGE) {
                        throw new IOException("message too large");
                    }
                } else {
                    take(JSON.readTree(message.toByteArray()));
                    message.reset();
                }
            }
        } catch (IOException e) {
            LOG.debugf("pipe broke: %s", e.getMessage());
        } finally {
            fail();
        }
    }

    private void take(JsonNode message) {
        var id = message.get("id");
        if (id == null) {
            var session = message.path("sessionId").asText(null);
            var event = new Event(message.path("method").asText(), session, message.path("params"));
            listeners.forEach(listener -> tell(listener, event));
            return;
        }
        var answer = open.remove(id.asLong());
        if (answer == null) {
            return;
        }
        var error = message.get("error");
        if (error != null) {
            answer.completeExceptionally(
                    new DevToolsFailed(error.path("message").asText()));
        } else {
            answer.complete(message.path("result"));
        }
    }

    private static void tell(Listener listener, Event event) {
        try {
            listener.on(event);
        } catch (RuntimeException e) {
            LOG.warnf(e, "listener failed at %s", event.method());
        }
    }

    private void fail() {
        closed.complete(null);
        open.values().forEach(answer -> answer.completeExceptionally(new DevToolsFailed("the browser is gone")));
        open.clear();
    }
}
