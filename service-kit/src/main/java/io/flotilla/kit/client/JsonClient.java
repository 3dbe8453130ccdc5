package io.flotilla.kit.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.trace.RequestId;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends and receives JSON; blocks, so never on an event loop. Follows no redirects, passes {@code X-Request-Id} on, and reads at most
 * what the other side sends within the time limit.
 */
@Singleton
public final class JsonClient {
    private final ObjectMapper json;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    public JsonClient(ObjectMapper json) {
        this.json = json;
    }

    /** Any answer, whatever its status; a body that is no JSON reads as missing. */
    public record Answer(int status, JsonNode body) {
        public boolean ok() {
            return status / 100 == 2;
        }
    }

    /** Throws {@link Unavailable} when nothing answers in time. */
    public Answer get(URI url, Map<String, String> headers, Duration limit) {
        return send("GET", url, headers, null, limit);
    }

    /** Posts {@code body} as JSON, or nothing; throws {@link Unavailable} when nothing answers in time. */
    public Answer post(URI url, Map<String, String> headers, @Nullable Object body, Duration limit) {
        return send("POST", url, headers, body, limit);
    }

    /** Any method; throws {@link Unavailable} when nothing answers in time. */
    public Answer send(String method, URI url, Map<String, String> headers, @Nullable Object body, Duration limit) {
        var request = HttpRequest.newBuilder(url).timeout(limit).method(method, publisher(body));
        headers.forEach(request::setHeader);
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        var requestId = RequestId.current();
        if (requestId != null) {
            request.setHeader(RequestId.HEADER, requestId);
        }
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (IOException e) {
            throw new Unavailable("A service this one needs does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting for another service", e);
        }
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    private HttpRequest.BodyPublisher publisher(@Nullable Object body) {
        try {
            return body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + body.getClass(), e);
        }
    }

    private JsonNode parse(String text) {
        try {
            var node = text.isBlank() ? null : json.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
