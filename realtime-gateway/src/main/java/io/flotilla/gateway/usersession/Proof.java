package io.flotilla.gateway.usersession;

import io.flotilla.kit.secret.Secret;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How somebody shows who they are when they ask for a socket. Never printed. */
sealed interface Proof {
    Pattern TICKET = Pattern.compile("tk_[A-Za-z0-9_-]{43}");
    int LONGEST_COOKIE = 512;

    /** The browser's cookie, sent along whichever page asks. */
    record Cookie(Secret value, @Nullable String userAgent) implements Proof {}

    /** {@code ?ticket=}, which only who was given it can send. */
    record Ticket(Secret value) implements Proof {}

    /** Nothing of use. */
    record None() implements Proof {}

    /** A ticket that was meant to be one counts alone, even when it is odd. */
    static Proof of(HttpServerRequest request, String cookieName) {
        var ticket = ticket(request);
        if (ticket != null) {
            return TICKET.matcher(ticket).matches() ? new Ticket(Secret.of(ticket)) : new None();
        }
        var cookie = request.getCookie(cookieName);
        if (cookie == null || cookie.getValue().isEmpty() || cookie.getValue().length() > LONGEST_COOKIE) {
            return new None();
        }
        return new Cookie(Secret.of(cookie.getValue()), request.getHeader("User-Agent"));
    }

    private static @Nullable String ticket(HttpServerRequest request) {
        try {
            return request.getParam("ticket");
        } catch (IllegalArgumentException e) {
            // A query that cannot be decoded.
            return "";
        }
    }
}
