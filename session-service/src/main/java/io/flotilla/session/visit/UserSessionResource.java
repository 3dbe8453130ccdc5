package io.flotilla.session.visit;

import io.flotilla.kit.csrf.SameOrigin;
import io.flotilla.kit.csrf.SignIn;
import io.flotilla.kit.problem.Problem;
import io.flotilla.session.sessionrecord.EndSession;
import io.flotilla.session.usersession.SessionEnd;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A browser's own session: look, prolong, end. Routes that change something need the CSRF token where there is a session; where there is
 * none they say so rather than ask for a token nobody can have, which is what {@link SignIn} stands for.
 */
@Path("/api/session")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class UserSessionResource {
    private final CurrentVisit current;
    private final Visits visits;
    private final EndSession ends;
    private final Cleanup cleanup;
    private final UserSessionView view;
    private final SessionCookie cookie;

    UserSessionResource(
            CurrentVisit current,
            Visits visits,
            EndSession ends,
            Cleanup cleanup,
            UserSessionView view,
            SessionCookie cookie) {
        this.current = current;
        this.visits = visits;
        this.ends = ends;
        this.cleanup = cleanup;
        this.view = view;
        this.cookie = cookie;
    }

    /** Polled by pages: looking is no activity. */
    @GET
    @Path("info")
    public Map<String, Object> info() {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("status", "success");
        body.put("session", current.seen().running().map(view::of).orElse(null));
        return body;
    }

    @POST
    @Path("extend")
    @SignIn
    public Map<String, Object> extend() {
        var session = current.acting().orElseThrow(() -> Problem.of(400, "No active session")
                .with("status", "error")
                .with("message", "No active session")
                .asException());
        return Map.of("status", "success", "message", "Session extended", "session", view.of(visits.extend(session)));
    }

    /** A page that is open and looked at says so now and then: an act of its user. */
    @POST
    @Path("heartbeat")
    @SignIn
    public Map<String, Object> heartbeat() {
        var session = current.acting().map(visits::beat);
        return Map.of(
                "success", true,
                "active", session.isPresent(),
                "remaining_seconds",
                        session.map(one -> visits.remaining(one).toSeconds()).orElse(0L));
    }

    /** Removes what has expired of the caller's sessions; the current one never has. */
    @POST
    @Path("cleanup")
    @SignIn
    public Map<String, Object> cleanUp() {
        var cleaned = current.acting().map(cleanup::of).orElse(0);
        return Map.of(
                "success",
                true,
                "cleaned_sessions",
                cleaned,
                "message",
                "Cleaned up %d expired sessions".formatted(cleaned));
    }

    /** Ends the session of this browser; there being none is as good. */
    @POST
    @Path("clear")
    @SignIn
    public Response clear() {
        current.acting().ifPresent(session -> ends.end(session, SessionEnd.SIGNED_OUT));
        return gone(Map.of("status", "success", "message", "Session cleared"));
    }

    /** What our own pages say when they are left for good, without a CSRF token; may be said any number of times. */
    @POST
    @Path("notify_logout")
    @SameOrigin
    public Response notifyLogout() {
        current.acting().ifPresent(session -> ends.end(session, SessionEnd.SIGNED_OUT));
        return gone(Map.of("success", true, "status", "success", "message", "Signed out"));
    }

    private Response gone(Map<String, Object> body) {
        return Response.ok(body)
                .header(HttpHeaders.SET_COOKIE, cookie.cleared())
                .build();
    }
}
