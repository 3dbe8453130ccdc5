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

/**
 * A device that listens for what happens to its user's sessions: a Socket.IO client by hand, of namespace {@code /sessions}
 * ({@code contracts/user-session-events.md}). Thread-safe.
 */
public final class EventSocket implements AutoCloseable, WebSocket.Listener {
    /** What a namespace that does not let us in counts as. */
    private static final int REFUSED = 0;

    private record Heard(String event, JsonObject what) {}

    private final List<Heard> messages = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final String auth;
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
    private @Nullable WebSocket socket;

    private EventSocket(String auth) {
        this.auth = auth;
    }

    /** Opened as one of our own pages would, with the visitor's cookie. Empty when it was refused. */
    public static Optional<EventSocket> open(HttpClient client, URI base, ApiVisitor visitor) {
        return open(client, base, "", base.toString(), visitor.userAgent(), visitor.cookie());
    }

    /** Opened with a ticket and nothing else. Empty when it was refused. */
    public static Optional<EventSocket> withTicket(HttpClient client, URI base, String ticket) {
        return open(client, base, "{\"token\":\"" + ticket + "\"}", base.toString(), "system-tests/1.0", "");
    }

    /** Opened with the visitor's cookie by a page of another origin. Empty when it was refused. */
    public static Optional<EventSocket> from(HttpClient client, URI base, String origin, ApiVisitor visitor) {
        return open(client, base, "", origin, visitor.userAgent(), visitor.cookie());
    }

    private static Optional<EventSocket> open(
            HttpClient client, URI base, String auth, String origin, String userAgent, String cookie) {
        var address = URI.create("ws://" + base.getAuthority() + "/socket.io/?EIO=4&transport=websocket");
        var events = new EventSocket(auth);
        var builder = client.newWebSocketBuilder()
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

    /** The close code, once there is one; 0 when the namespace refused. */
    public Optional<Integer> closeCode() {
        return closed.isDone() ? Optional.of(closed.join()) : Optional.empty();
    }

    /** The argument of the newest event of that name. */
    public Optional<JsonObject> newest(String type) {
        return messages.reversed().stream()
                .filter(heard -> heard.event().equals(type))
                .map(Heard::what)
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
            packet(from, text.toString());
            text.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    private void packet(WebSocket from, String packet) {
        if (packet.startsWith("0")) {
            send(from, "40/sessions," + auth);
        } else if (packet.equals("2")) {
            send(from, "3");
        } else if (packet.startsWith("42/sessions,")) {
            var event = JsonParser.parseString(packet.substring("42/sessions,".length()))
                    .getAsJsonArray();
            messages.add(new Heard(event.get(0).getAsString(), event.get(1).getAsJsonObject()));
        } else if (packet.startsWith("44/sessions,")) {
            closed.complete(REFUSED);
        }
    }

    private void send(WebSocket to, String packet) {
        sending = sending.handle((done, error) -> null).thenCompose(done -> to.sendText(packet, true));
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
