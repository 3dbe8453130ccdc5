package io.flotilla.session.visit;

import io.flotilla.kit.secret.Secret;
import io.flotilla.session.usersession.UserSession;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * The CSRF token, in the three shapes existing clients know; opens an anonymous user session where there is none. Three classes, because
 * each path lies under another resource's, and the framework looks for the class first.
 */
@RequestScoped
public class CsrfTokenResource {
    private final CurrentVisit current;
    private final Visits visits;
    private final SessionCookie cookie;

    CsrfTokenResource(CurrentVisit current, Visits visits, SessionCookie cookie) {
        this.current = current;
        this.visits = visits;
        this.cookie = cookie;
    }

    /** One of the bodies. */
    interface Shape {
        Map<String, Object> body(Secret token, long secondsLeft);
    }

    Response answer(Shape shape) {
        var known = current.secret();
        if (known.isPresent() && current.seen() instanceof Seen.Running(UserSession session)) {
            return Response.ok(body(shape, known.get(), session)).build();
        }
        var secret = Secret.random();
        return Response.ok(body(shape, secret, visits.open(secret, current.browser())))
                .header(HttpHeaders.SET_COOKIE, cookie.set(secret))
                .build();
    }

    private Map<String, Object> body(Shape shape, Secret secret, UserSession session) {
        return shape.body(CsrfToken.of(secret), visits.remaining(session).toSeconds());
    }

    /** As pages about user sessions want it. */
    @Path("/api/session/csrf-token")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public static class ForSessions {
        private final CsrfTokenResource tokens;

        ForSessions(CsrfTokenResource tokens) {
            this.tokens = tokens;
        }

        @GET
        public Response token() {
            return tokens.answer((token, left) -> Map.of("status", "success", "csrf_token", token.reveal()));
        }
    }

    /** As pages about everything else want it. */
    @Path("/api/csrf-token")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public static class ForEverything {
        private final CsrfTokenResource tokens;

        ForEverything(CsrfTokenResource tokens) {
            this.tokens = tokens;
        }

        @GET
        public Response token() {
            return tokens.answer(
                    (token, left) -> Map.of("success", true, "csrf_token", token.reveal(), "expires_in", left));
        }
    }

    /** As pages about VM sessions want it. */
    @Path("/api/vm/csrf-token")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public static class ForVms {
        private final CsrfTokenResource tokens;

        ForVms(CsrfTokenResource tokens) {
            this.tokens = tokens;
        }

        @GET
        public Response token() {
            return tokens.answer((token, left) -> Map.of("csrfToken", token.reveal()));
        }
    }
}
