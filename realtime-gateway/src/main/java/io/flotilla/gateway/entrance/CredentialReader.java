package io.flotilla.gateway.entrance;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.socket.Origins;
import io.flotilla.kit.secret.Secret;
import io.flotilla.socket.Handshake;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one credential that counts. A browser sends the cookie along for any page that asks, so it only counts for a page that is
 * known to be ours or a friend's. Pure.
 */
record CredentialReader(Origins origins, String cookieName, boolean queryToken) {
    private static final Pattern TICKET = Pattern.compile("tk_[A-Za-z0-9_-]{43}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final int LONGEST_TOKEN = 4096;
    private static final int LONGEST_COOKIE = 512;
    private static final String BEARER = "bearer ";

    Credential read(Handshake handshake, JsonNode auth) {
        var given = auth.path("token");
        if (given.isTextual() && !given.textValue().isBlank()) {
            return shown(given.textValue());
        }
        if (!given.isTextual() && !given.isMissingNode() && !given.isNull()) {
            return new Credential.Unusable();
        }
        return header(handshake)
                .or(() -> queryToken ? query(handshake) : Optional.empty())
                .map(CredentialReader::shown)
                .orElseGet(() -> mayUseCookie(handshake) ? cookie(handshake) : new Credential.None());
    }

    private static Optional<String> header(Handshake handshake) {
        return Optional.ofNullable(handshake.headers().get("Authorization")).filter(CredentialReader::isBearer);
    }

    private static Optional<String> query(Handshake handshake) {
        return Optional.ofNullable(handshake.query().get("token")).filter(token -> !token.isBlank());
    }

    private static boolean isBearer(String text) {
        return text.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    private static Credential shown(String text) {
        var bare = (isBearer(text) ? text.substring(BEARER.length()) : text).strip();
        if (bare.length() > LONGEST_TOKEN) {
            return new Credential.Unusable();
        }
        if (TICKET.matcher(bare).matches()) {
            return new Credential.Ticket(Secret.of(bare));
        }
        return TOKEN.matcher(bare).matches() ? new Credential.Token(Secret.of(bare)) : new Credential.Unusable();
    }

    private boolean mayUseCookie(Handshake handshake) {
        var origin = handshake.headers().get("Origin");
        return origin == null
                ? "same-origin".equals(handshake.headers().get("Sec-Fetch-Site"))
                : origins.allow(origin, handshake.host());
    }

    private Credential cookie(Handshake handshake) {
        return handshake.headers().getAll("Cookie").stream()
                .flatMap(line -> ServerCookieDecoder.STRICT.decodeAll(line).stream())
                .filter(cookie -> cookie.name().equals(cookieName))
                .map(cookie -> cookie(cookie.value(), handshake.headers().get("User-Agent")))
                .findFirst()
                .orElseGet(Credential.None::new);
    }

    private static Credential cookie(String value, @Nullable String userAgent) {
        return value.isEmpty() || value.length() > LONGEST_COOKIE
                ? new Credential.None()
                : new Credential.Cookie(Secret.of(value), userAgent);
    }
}
