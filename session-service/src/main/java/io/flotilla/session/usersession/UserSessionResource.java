package io.flotilla.session.usersession;

import io.flotilla.kit.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A browser's own session: look, extend, end. */
@Path("/api/session")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class UserSessionResource {
    private final CurrentVisit current;
    private final Visits visits;
    private final SessionCookie cookie;
    private final InstantSource clock;

    UserSessionResource(CurrentVisit current, Visits visits, SessionCookie cookie, InstantSource clock) {
        this.current = current;
        this.visits = visits;
        this.cookie = cookie;
        this.clock = clock;
    }

    /** Polled by pages: looking is no activity. */
    @GET
    @Path("info")
    public Map<String, Object> info() {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("status", "success");
        body.put("session", current.running().map(this::view).orElse(null));
        return body;
    }

    @POST
    @Path("extend")
    public Map<String, Object> extend() {
        var session = current.running().orElseThrow(() -> Problem.of(400, "No active session")
                .with("status", "error")
                .with("message", "No active session")
                .asException());
        return Map.of("status", "success", "message", "Session extended", "session", view(visits.extend(session)));
    }

    /** Ends the session of this browser; there being none is as good. */
    @POST
    @Path("clear")
    public Response clear() {
        current.running().ifPresent(visits::end);
        return Response.ok(Map.of("status", "success", "message", "Session cleared"))
                .header(HttpHeaders.SET_COOKIE, cookie.cleared())
                .build();
    }

    private Map<String, Object> view(UserSession session) {
        var body = new LinkedHashMap<String, Object>();
        body.put("session_id", session.handle());
        body.put("created_at", session.createdAt().toString());
        body.put("last_activity", session.lastActivity().toString());
        body.put(
                "elapsed_seconds",
                Duration.between(session.createdAt(), clock.instant()).toSeconds());
        body.put("remaining_seconds", visits.remaining(session).toSeconds());
        body.put("is_active", visits.isRunning(session));
        body.put("user_data", Map.of());
        return body;
    }
}
