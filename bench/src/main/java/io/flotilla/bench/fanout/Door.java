package io.flotilla.bench.fanout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Where messages for everyone are posted. Does not wait for answers, and counts those that are not 200. Thread-safe. */
final class Door {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final Map<String, String> headers;
    private final AtomicInteger refused = new AtomicInteger();

    Door(URI address, Map<String, String> headers) {
        this.address = address;
        this.headers = headers;
    }

    void post(String json) {
        var request = HttpRequest.newBuilder(address).header("Content-Type", "application/json");
        headers.forEach(request::header);
        var ignored = client.sendAsync(
                        request.POST(HttpRequest.BodyPublishers.ofString(json)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .whenComplete((answer, problem) -> {
                    if (problem != null || answer.statusCode() != 200) {
                        if (refused.getAndIncrement() == 0) {
                            System.err.println("A broadcast was refused: "
                                    + (problem != null ? problem : answer.statusCode() + " " + answer.body()));
                        }
                    }
                });
    }
}
