package io.flotilla.session.signin;

import io.flotilla.session.usersession.UserSession;
import io.flotilla.session.visit.CsrfToken;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** User sessions as auth-service sees them. Pure. */
final class SessionViews {
    private SessionViews() {}

    static List<String> roles(UserSession session) {
        return session.roles().stream().sorted().toList();
    }

    static Map<String, Object> known(UserSession session, Instant expiresAt) {
        var body = common(session, expiresAt);
        body.put("sub", session.userId());
        body.put("cookieless", session.opening().cookieless());
        return body;
    }

    /** @param setCookie the complete line for the browser */
    static Map<String, Object> opened(Opened opened, Instant expiresAt, String setCookie) {
        var body = common(opened.session(), expiresAt);
        if (!opened.session().opening().cookieless()) {
            body.put("csrfToken", CsrfToken.of(opened.secret()).reveal());
            body.put("setCookie", setCookie);
        }
        body.put("ended", opened.displaced());
        return body;
    }

    private static Map<String, @Nullable Object> common(UserSession session, Instant expiresAt) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("sid", session.handle());
        body.put("grp", session.group());
        body.put("roles", roles(session));
        if (session.opening().csrfHash() != null) {
            body.put("csrfHash", session.opening().csrfHash());
        }
        body.put("expiresAt", expiresAt.toEpochMilli());
        return body;
    }
}
