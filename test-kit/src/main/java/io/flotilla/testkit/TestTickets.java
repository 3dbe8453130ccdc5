package io.flotilla.testkit;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tickets of the running {@link AuthTwin}: one use each. */
public final class TestTickets {
    private TestTickets() {}

    /** A ticket that stands for the session of that user's token. */
    public static String of(String userToken) {
        return new JsonObject(asked("POST", "/api/auth/ticket", userToken)).getString("ticket");
    }

    /** How often the public keys were fetched so far. */
    public static int keysFetched() {
        return Integer.parseInt(asked("GET", AuthTwin.KEYS_FETCHED, ""));
    }

    private static String asked(String method, String path, String bearer) {
        var url = ConfigProvider.getConfig().getValue("flotilla.auth.url", String.class) + path;
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + bearer)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException("the twin of auth-service does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
