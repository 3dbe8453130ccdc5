package io.flotilla.session.usersession;

import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.secret.Secret;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * The user session of this request. This service knows cookies by itself, so these routes answer also while auth-service is away, and to
 * a browser whose cookie has expired.
 */
@RequestScoped
class CurrentVisit {
    private final HttpServerRequest request;
    private final SessionCookie cookie;
    private final Visits visits;
    private final CurrentCaller caller;

    CurrentVisit(HttpServerRequest request, SessionCookie cookie, Visits visits, CurrentCaller caller) {
        this.request = request;
        this.cookie = cookie;
        this.visits = visits;
        this.caller = caller;
    }

    Optional<Secret> secret() {
        var sent = request.getCookie(cookie.name());
        return sent == null || sent.getValue().isEmpty() ? Optional.empty() : Optional.of(Secret.of(sent.getValue()));
    }

    /** By the cookie, else by the token of a client without one. */
    Optional<UserSession> running() {
        var byCookie = secret().flatMap(visits::running);
        return byCookie.isPresent() || !(caller.get() instanceof Caller.User user)
                ? byCookie
                : visits.running(user.sessionId());
    }
}
