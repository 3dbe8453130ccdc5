package io.flotilla.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a service whether it may receive. */
final class Readiness {
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /** What it answers: "UP", "DOWN" with the checks that fail, or "unreachable". */
    Answer ask(URI uri) throws InterruptedException {
        try {
            var request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(3)).build();
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode() == 200, response.body());
        } catch (IOException e) {
            return new Answer(false, "unreachable");
        }
    }

    record Answer(boolean ready, String detail) {}
}
