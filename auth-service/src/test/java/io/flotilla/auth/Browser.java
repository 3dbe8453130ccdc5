package io.flotilla.auth;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A browser with cookies at an address of its own, which knows its CSRF token; not for many threads. */
public final class Browser {
    public static final String PASSWORD = "three small boats at sea";

    private final Map<String, String> cookies = new HashMap<>();
    private String address = someAddress();
    private @Nullable String csrfToken;

    public static String unique() {
        return UUID.randomUUID().toString().substring(0, 12);
    }

    public static String someAddress() {
        var random = ThreadLocalRandom.current();
        return "2001:db8:%x:%x::1".formatted(random.nextInt(0xffff), random.nextInt(0xffff));
    }

    /** From there from now on. */
    public Browser at(String elsewhere) {
        this.address = elsewhere;
        return this;
    }

    public Response register(String name) {
        return become(post(
                "/api/auth/register", Map.of("username", name, "email", name + "@example.org", "password", PASSWORD)));
    }

    public Response login(String name, String password) {
        return become(post("/api/auth/login", Map.of("username", name, "password", password)));
    }

    public Response post(String path, Object body) {
        return call().contentType(ContentType.JSON).body(body).post(path);
    }

    public Response get(String path) {
        return call().get(path);
    }

    /** A call as this browser makes it. */
    public RequestSpecification call() {
        var call = given().header("X-Forwarded-For", address)
                .header("User-Agent", "Test/1")
                .cookies(cookies);
        return csrfToken == null ? call : call.header("X-CSRF-Token", csrfToken);
    }

    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    public void keep(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    /** Keeps what the answer sets. */
    public Response become(Response answer) {
        answer.getCookies().forEach(this::keep);
        if (answer.statusCode() / 100 == 2 && answer.jsonPath().get("csrf_token") != null) {
            csrfToken = answer.path("csrf_token");
        }
        return answer;
    }
}
