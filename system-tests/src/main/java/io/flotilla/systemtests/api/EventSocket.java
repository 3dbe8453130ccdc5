package io.flotilla.systemtests.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A device that listens for what happens to its user's sessions ({@code contracts/user-session-events.md}). Thread-safe. */
public final class EventSocket implements AutoCloseable, WebSocket.Listener {
    private final List<JsonObject> messages = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private @Nullable WebSocket socket;

    private EventSocket() {}

    /** Opened as one of our own pages would, with the visitor's cookie. Empty when it was refused. */
    public static Optional<EventSocket> open(HttpClient client, URI base, ApiVisitor visitor) {
        return open(client, base, "", base.toString(), visitor.userAgent(), visitor.cookie());
    }

    /** Opened with a ticket and nothing else. Empty when it was refused. */
    public static Optional<EventSocket> withTicket(HttpClient client, URI base, String ticket) {
        return open(client, base, "?ticket=" + ticket, base.toString(), "system-tests/1.0", "");
    }

    /** Opened with the visitor's cookie by a page of another origin. Empty when it was refused. */
    public static Optional<EventSocket> from(HttpClient client, URI base, String origin, ApiVisitor visitor) {
        return open(client, base, "", origin, visitor.userAgent(), visitor.cookie());
    }

    private static Optional<EventSocket> open(
            HttpClient client, URI base, String query, String origin, String userAgent, String cookie) {
        var address = URI.create("ws://" + base.getAuthority() + "/sessions/events" + query);
        var events = new EventSocket();
        var builder = client.newWebSocketBuilder()
                .subprotocols("flotilla.sessions.v1")
                .header("Origin", origin)
                .header("User-Agent", userAgent)
                .connectTimeout(Duration.ofSeconds(10));
        if (!cookie.isEmpty()) {
            builder.header("Cookie", cookie);
        }
        try {
            events.socket = builder.buildAsync(address, events).join();
            return Optional.of(events);
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The close code, once there is one. */
    public Optional<Integer> closeCode() {
        return closed.isDone() ? Optional.of(closed.join()) : Optional.empty();
    }

    /** The newest message of a type. */
    public Optional<JsonObject> newest(String type) {
        return messages.reversed().stream()
                .filter(message -> message.get("type").getAsString().equals(type))
                .findFirst();
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            messages.add(JsonParser.parseString(text.toString()).getAsJsonObject());
            text.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closed.complete(statusCode);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }
}
