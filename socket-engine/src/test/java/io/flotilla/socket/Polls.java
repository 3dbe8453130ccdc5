package io.flotilla.socket;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A client that polls. Each of its requests may use a connection of its own. */
public final class Polls {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private String sid = "";

    public Polls(int port) {
        this.port = port;
    }

    /** Opens a session. */
    public static Polls open(int port) throws IOException, InterruptedException {
        var polls = new Polls(port);
        var opened = polls.get("EIO=4&transport=polling").body();
        polls.sid = new ObjectMapper().readTree(opened.substring(1)).get("sid").asText();
        return polls;
    }

    /** Opens a session and enters the main namespace. */
    public static Polls entered(int port) throws IOException, InterruptedException {
        var polls = open(port);
        polls.post("40");
        polls.poll();
        return polls;
    }

    public String sid() {
        return sid;
    }

    public String query() {
        return "EIO=4&transport=polling&sid=" + sid;
    }

    public String poll() throws IOException, InterruptedException {
        return get(query()).body();
    }

    public CompletableFuture<HttpResponse<String>> pollLater() {
        return http.sendAsync(request(query()).GET().build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(request(query()).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> get(String query) throws IOException, InterruptedException {
        return send(request(query).GET());
    }

    public HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/socket.io/?" + query))
                .timeout(PATIENCE);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
