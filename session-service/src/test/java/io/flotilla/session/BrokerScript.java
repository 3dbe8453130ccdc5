package io.flotilla.session;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tells the {@link ScriptedBroker} what to do, and asks it what it saw. */
public final class BrokerScript {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private BrokerScript() {}

    /** {@code well}, {@code full}, {@code failing}, {@code unconfigured}, {@code malformed}, {@code nonsense}, {@code slow}, {@code away}. */
    public static void behave(String mode) {
        tell(new JsonObject().put("mode", mode));
    }

    public static void crash(String vmId) {
        tell(new JsonObject().put("crash", vmId));
    }

    /** A VM as old as the hills, with that tag; its id. */
    public static String orphan(String tag) {
        return tell(new JsonObject().put("orphan", tag)).getString("orphan");
    }

    public static List<String> vms() {
        return tell(new JsonObject()).getJsonArray("vms").stream()
                .map(Object::toString)
                .toList();
    }

    public static JsonObject lastOrder() {
        return tell(new JsonObject()).getJsonObject("lastOrder");
    }

    private static JsonObject tell(JsonObject command) {
        var url = ConfigProvider.getConfig().getValue("flotilla.broker.url", String.class);
        var request = HttpRequest.newBuilder(URI.create(url + "/script"))
                .POST(BodyPublishers.ofString(command.encode()))
                .build();
        try {
            return new JsonObject(CLIENT.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new IllegalStateException("the scripted broker does not listen", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
