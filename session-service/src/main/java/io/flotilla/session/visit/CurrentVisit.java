package io.flotilla.session.visit;

import io.flotilla.kit.http.ClientAddress;
import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.secret.Secret;
import io.flotilla.session.usersession.Browser;
import io.flotilla.session.usersession.UserSession;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The user session of this request. This service knows cookies by itself, so routes that only look answer also while auth-service is away,
 * and to a browser whose cookie has expired.
 */
@RequestScoped
public class CurrentVisit {
    private final HttpServerRequest request;
    private final SessionCookie cookie;
    private final Recognise recognise;
    private final CurrentCaller caller;
    private final ClientAddress address;
    private @Nullable Seen seen;

    CurrentVisit(
            HttpServerRequest request,
            SessionCookie cookie,
            Recognise recognise,
            CurrentCaller caller,
            ClientAddress address) {
        this.request = request;
        this.cookie = cookie;
        this.recognise = recognise;
        this.caller = caller;
        this.address = address;
    }

    /** What the browser sent, whatever it is worth. */
    Optional<Secret> secret() {
        var sent = request.getCookie(cookie.name());
        return sent == null || sent.getValue().isEmpty() ? Optional.empty() : Optional.of(Secret.of(sent.getValue()));
    }

    Browser browser() {
        return Browser.of(request.getHeader("User-Agent"), request.getHeader("Accept-Language"), address.value());
    }

    /** By the cookie, else by the token of a client without one. For looking: nobody has checked that the browser's user wants anything. */
    public Seen seen() {
        var before = seen;
        if (before == null) {
            before = secret().map(value -> recognise.byCookie(value, browser())).orElseGet(Seen.Unknown::new);
            if (before instanceof Seen.Unknown && caller.get() instanceof Caller.User user) {
                before = recognise.byHandle(user.sessionId());
            }
            seen = before;
        }
        return before;
    }

    /** The session whose user acts: that of the verified caller, for whom the CSRF token was checked. */
    public Optional<UserSession> acting() {
        return caller.get() instanceof Caller.User user
                ? recognise.byHandle(user.sessionId()).running()
                : Optional.empty();
    }

    /** The session that looks, signed in or not, or a 401 that says why there is none. */
    public UserSession required() {
        return VisitProblems.running(seen());
    }

    /** The session whose user acts, or a 401 that says why there is none. */
    public UserSession requiredActing() {
        return acting().orElseGet(
                        () -> VisitProblems.running(seen() instanceof Seen.Over over ? over : new Seen.Unknown()));
    }
}
