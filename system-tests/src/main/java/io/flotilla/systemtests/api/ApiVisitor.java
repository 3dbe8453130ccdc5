package io.flotilla.systemtests.api;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A visitor who has no browser but keeps the cookie and sends the CSRF token as one would. Thread-safe once {@link #arrive} has
 * been called.
 */
public final class ApiVisitor {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;
    private final String userAgent;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private @Nullable String csrfToken;

    public ApiVisitor(URI base) {
        this(base, "system-tests/1.0");
    }

    /** One who calls itself so: a cookie is only good for the browser that got it. */
    public ApiVisitor(URI base, String userAgent) {
        this.base = base;
        this.userAgent = userAgent;
    }

    /** Gets a user session and its CSRF token. */
    public ApiVisitor arrive() {
        csrfToken = get("/api/vm/csrf-token").text("csrfToken");
        return this;
    }

    /** The CSRF token this visitor sends; fails before {@link #arrive}. */
    public String csrfToken() {
        return Objects.requireNonNull(csrfToken, "has not arrived");
    }

    public Answer create() {
        return create("about:blank");
    }

    public Answer create(String startUrl) {
        var order = new JsonObject();
        order.addProperty("start_url", startUrl);
        return post("/api/vm", order.toString());
    }

    public Answer share(String id) {
        return about("/api/vm/share", id);
    }

    public Answer unshare(String id) {
        return about("/api/vm/unshare", id);
    }

    public Answer join(String id) {
        return about("/api/vm/join", id);
    }

    public Answer leave(String id) {
        return about("/api/vm/leave", id);
    }

    public Answer end(String id) {
        return call("DELETE", "/api/vm", sessionId(id), Map.of());
    }

    public Answer see(String id) {
        return get("/api/vm/" + id);
    }

    /** Opens an account and is signed in with it. */
    public Answer register(String username, String password) {
        var account = new JsonObject();
        account.addProperty("username", username);
        account.addProperty("email", username + "@example.org");
        account.addProperty("password", password);
        return become(post("/api/auth/register", account.toString()));
    }

    public Answer signIn(String username, String password) {
        var pair = new JsonObject();
        pair.addProperty("username", username);
        pair.addProperty("password", password);
        return become(post("/api/auth/login", pair.toString()));
    }

    /** The same person at another door: with the same cookie and CSRF token, at another address. */
    public ApiVisitor at(URI other) {
        var same = new ApiVisitor(other, userAgent);
        same.cookies.putAll(cookies);
        same.csrfToken = csrfToken;
        return same;
    }

    /** A new identity has a CSRF token of its own. */
    private Answer become(Answer answer) {
        if (answer.status() / 100 == 2) {
            csrfToken = answer.text("csrf_token");
        }
        return answer;
    }

    /** A POST about one VM session. */
    public Answer about(String path, String id) {
        return post(path, sessionId(id));
    }

    public Answer get(String path) {
        return call("GET", path, null, Map.of());
    }

    public Answer post(String path, String body) {
        return call("POST", path, body, Map.of());
    }

    /** Any call; headers given here win, an empty value leaves the header out. */
    public Answer call(String method, String path, @Nullable String body, Map<String, String> headers) {
        var all = new LinkedHashMap<String, String>();
        all.put("User-Agent", userAgent);
        if (!cookies.isEmpty()) {
            all.put("Cookie", cookie());
        }
        if (csrfToken != null && !method.equals("GET")) {
            all.put("X-CSRF-Token", csrfToken);
        }
        if (body != null) {
            all.put("Content-Type", "application/json");
        }
        all.putAll(headers);
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        request.method(
                method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return send(request.build());
    }

    /** Takes over a cookie that somebody else got. */
    public synchronized void remember(String name, String value) {
        cookies.put(name, value);
    }

    /** What this visitor calls itself. */
    public String userAgent() {
        return userAgent;
    }

    /** The cookies as one header. */
    public String cookie() {
        return String.join(
                "; ",
                cookies.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }

    public static String sessionId(String id) {
        var body = new JsonObject();
        body.addProperty("sessionId", id);
        return body.toString();
    }

    private Answer send(HttpRequest request) {
        try {
            var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return Answer.of(response);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private synchronized void keep(String setCookie) {
        var pair = setCookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
