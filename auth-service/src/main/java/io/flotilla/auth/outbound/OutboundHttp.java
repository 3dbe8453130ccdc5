package io.flotilla.auth.outbound;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Calls to strangers: five seconds in all, 256 KiB at most, no redirects. Safe for many threads; blocks. */
@Singleton
public final class OutboundHttp {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int LARGEST = 256 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** Any answer, whatever its status. */
    public record Answer(int status, String contentType, String body) {}

    /** Throws {@link IOException} for no answer, and for one that is too slow or too large. */
    public Answer get(URI url) throws IOException {
        return send("GET", url, Map.of("Accept", "application/json"), null);
    }

    /** The same for any method. */
    public Answer send(String method, URI url, Map<String, String> headers, @Nullable String body) throws IOException {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        try {
            var request = HttpRequest.newBuilder(url).timeout(LIMIT).method(method, publisher);
            headers.forEach(request::setHeader);
            // The client's own limit ends with the headers; a body may drip for ever.
            var exchange = http.sendAsync(
                    request.build(),
                    HttpResponse.BodyHandlers.limiting(
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST));
            try {
                var response = exchange.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
                var type = response.headers().firstValue("Content-Type").orElse("");
                return new Answer(response.statusCode(), type, response.body());
            } finally {
                exchange.cancel(true);
            }
        } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
            throw new IOException("no usable answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
