package io.flotilla.session;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/** A browser with a cookie and a CSRF token, at an address of its own unless said otherwise. */
public final class Visitor {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final String cookie;
    private final String csrfToken;
    private final String address;

    /** What came back. */
    public record Reply(int status, JsonObject body, String text, HttpHeaders headers) {
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    public Visitor(String cookie, String csrfToken, String address) {
        this.cookie = cookie;
        this.csrfToken = csrfToken;
        this.address = address;
    }

    /** Somebody new, from somewhere else. */
    public static Visitor arrive() {
        int number = ADDRESSES.incrementAndGet();
        return arriveFrom("10.%d.%d.%d".formatted(number / 62500, number / 250 % 250, number % 250 + 1));
    }

    public static Visitor arriveFrom(String address) {
        var reply = call("GET", "/api/vm/csrf-token", null, Map.of("X-Forwarded-For", address));
        var cookie = reply.header("Set-Cookie").split(";", 2)[0];
        return new Visitor(cookie, reply.body().getString("csrfToken"), address);
    }

    public String cookie() {
        return cookie;
    }

    public String csrfToken() {
        return csrfToken;
    }

    public Reply get(String path) {
        return call("GET", path, null, headers());
    }

    public Reply post(String path, JsonObject body) {
        return send("POST", path, body.encode(), Map.of());
    }

    public Reply send(String method, String path, String body, Map<String, String> more) {
        var headers = headers();
        headers.put("X-CSRF-Token", csrfToken);
        headers.put("Content-Type", "application/json");
        headers.putAll(more);
        return call(method, path, body, headers);
    }

    /** A live session; its creation's answer. */
    public JsonObject creates() {
        var reply = post("/api/vm", new JsonObject());
        if (reply.status() != 200) {
            throw new AssertionError("not created: " + reply.status() + " " + reply.text());
        }
        return reply.body();
    }

    /** A live session that strangers may join; its id. */
    public String createsShared() {
        var id = creates().getString("id");
        post("/api/vm/share", session(id));
        return id;
    }

    public Reply joins(String id) {
        return post("/api/vm/join", session(id));
    }

    public Reply leaves(String id) {
        return post("/api/vm/leave", session(id));
    }

    public Reply ends(String id) {
        return send("DELETE", "/api/vm", session(id).encode(), Map.of());
    }

    /** As the pages do: no CSRF token, but the browser's word that it is our page. */
    public Reply touches(String id) {
        var headers = headers();
        headers.put("Content-Type", "application/json");
        headers.put("Sec-Fetch-Site", "same-origin");
        return call("PATCH", "/api/vm", session(id).encode(), headers);
    }

    public static JsonObject session(String id) {
        return new JsonObject().put("sessionId", id);
    }

    private Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        headers.put("Cookie", cookie);
        headers.put("X-Forwarded-For", address);
        return headers;
    }

    public static Reply call(String method, String path, String body, Map<String, String> headers) {
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", int.class);
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, publisher);
        headers.forEach(request::setHeader);
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            var text = response.body();
            var json = text.startsWith("{") ? new JsonObject(text) : new JsonObject();
            return new Reply(response.statusCode(), json, text, response.headers());
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
