package io.flotilla.systemtests.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A viewer without a screen: takes everything that comes and acknowledges it, as a quick player would. Thread-safe. */
public final class MediaViewer implements AutoCloseable, WebSocket.Listener {
    /** Acknowledging less often than every 16 KiB would make the gateway think that the line is slow. */
    private static final long ACKNOWLEDGE_EVERY = 16 * 1024;

    private final List<JsonObject> messages = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong pictures = new AtomicLong();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private long acknowledged;
    private boolean insideMessage;
    private @Nullable WebSocket socket;
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

    private MediaViewer() {}

    /** Opens the media socket that belongs to a VM session's {@code url}, as its own page would. */
    public static Opening open(HttpClient client, String url) {
        var page = URI.create(url);
        return open(client, url, page.getScheme() + "://" + page.getAuthority());
    }

    /** The same from a page of another origin. */
    public static Opening open(HttpClient client, String url, String origin) {
        var page = URI.create(url);
        var token = Optional.ofNullable(page.getQuery()).orElse("").replaceFirst("^.*token=", "");
        var address = URI.create("ws://" + page.getAuthority() + page.getPath() + "/media");
        var viewer = new MediaViewer();
        try {
            var socket = client.newWebSocketBuilder()
                    .subprotocols("flotilla.media.v1", "bearer." + token)
                    .header("Origin", origin)
                    .connectTimeout(Duration.ofSeconds(5))
                    .buildAsync(address, viewer)
                    .join();
            viewer.socket = socket;
            viewer.send("{\"type\":\"formats\",\"formats\":[\"h264\",\"vp8\",\"jpeg\"],\"visible\":true}");
            return new Opening.Opened(viewer);
        } catch (CompletionException e) {
            return new Opening.Refused(e.getCause() instanceof IOException io ? io : new IOException(e));
        }
    }

    /** How an opening went. */
    public sealed interface Opening {
        record Opened(MediaViewer viewer) implements Opening {}

        record Refused(IOException reason) implements Opening {}

        /** The viewer; fails when it was refused. */
        default MediaViewer viewer() {
            return switch (this) {
                case Opened opened -> opened.viewer();
                case Refused refused -> throw new AssertionError("the media socket was refused", refused.reason());
            };
        }
    }

    /** The close code, once there is one. */
    public Optional<Integer> closeCode() {
        return closed.isDone() ? Optional.of(closed.join()) : Optional.empty();
    }

    /** Binary bytes received so far, headers included. */
    public long bytes() {
        return bytes.get();
    }

    /** Video frames received so far. */
    public long pictures() {
        return pictures.get();
    }

    /** The newest text message of a type. */
    public Optional<JsonObject> newest(String type) {
        return messages.reversed().stream()
                .filter(message -> message.get("type").getAsString().equals(type))
                .findFirst();
    }

    /** Sends after whatever is still being sent; a closed socket swallows it. */
    public void send(String message) {
        queue(Objects.requireNonNull(socket, "not open"), message);
    }

    private synchronized void queue(WebSocket to, String message) {
        sending = sending.handle((done, error) -> null).thenCompose(done -> to.sendText(message, true));
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
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        if (!insideMessage && data.hasRemaining() && data.get(data.position()) == 1) {
            pictures.incrementAndGet();
        }
        insideMessage = !last;
        var sum = bytes.addAndGet(data.remaining());
        from.request(1);
        if (last && sum - acknowledged >= ACKNOWLEDGE_EVERY) {
            acknowledged = sum;
            queue(from, "{\"type\":\"ack\",\"bytes\":" + sum + "}");
        }
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
