package io.flotilla.testkit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cookies for which {@link AuthTwin} vouches by itself, so that a module under test needs no session-service. */
public final class TestCookies {
    /** The CSRF token of every such session. */
    public static final String CSRF_TOKEN = "csrf-token-of-a-test";

    /** Base64url of its SHA-256. */
    static final String CSRF_HASH = "-pmcwSKlLjkR2WrHPOuIu1OxWuRDyL_PV0yXd6yCZ8U";

    private static final Pattern COOKIE = Pattern.compile("twin\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");

    private TestCookies() {}

    /** The cookie's value of a signed-in user with that session handle; letters, digits, {@code _} and {@code -} only. */
    public static String of(String userId, String sessionId) {
        return "twin." + userId + "." + sessionId;
    }

    static @Nullable Visitor read(String cookie) {
        var parts = COOKIE.matcher(cookie);
        return parts.matches() ? new Visitor(parts.group(1), parts.group(2)) : null;
    }

    record Visitor(String userId, String sessionId) {}
}
