package io.flotilla.session.own;

import io.flotilla.kit.problem.Problem;
import io.flotilla.session.sessionrecord.EndSession;
import io.flotilla.session.sessionrecord.UserActivity;
import io.flotilla.session.sessionrecord.UserSessions;
import io.flotilla.session.usersession.SessionEnd;
import io.flotilla.session.usersession.UserSession;
import io.flotilla.session.visit.CurrentVisit;
import io.flotilla.session.visit.Recognise;
import io.flotilla.session.visit.SessionCookie;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The sessions of whoever asks. Ending is safe to repeat for the current one only: any other is unknown once it is over. */
@Path("/api/sessions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OwnSessionsResource {
    private final CurrentVisit current;
    private final UserSessions sessions;
    private final Recognise recognise;
    private final EndSession ends;
    private final UserActivity activity;
    private final SessionCookie cookie;

    OwnSessionsResource(
            CurrentVisit current,
            UserSessions sessions,
            Recognise recognise,
            EndSession ends,
            UserActivity activity,
            SessionCookie cookie) {
        this.current = current;
        this.sessions = sessions;
        this.recognise = recognise;
        this.ends = ends;
        this.activity = activity;
        this.cookie = cookie;
    }

    @GET
    public Map<String, Object> list() {
        var mine = current.required();
        var running = sessions.unendedOf(mine.userId()).stream()
                .filter(recognise::isRunning)
                .map(one -> OwnSessionView.of(one, mine))
                .toList();
        return Map.of("success", true, "sessions", running);
    }

    @DELETE
    @Path("{id}")
    public Response end(@PathParam("id") String id) {
        var mine = current.requiredActing();
        if (id.equals("current") || id.equals(mine.handle())) {
            ends.end(mine, SessionEnd.SIGNED_OUT);
            return Response.ok(done())
                    .header(HttpHeaders.SET_COOKIE, cookie.cleared())
                    .build();
        }
        activity.acted(mine.handle());
        var theirs = sessions.findByHandle(id)
                .filter(one -> isTheirs(one, mine))
                .filter(recognise::isRunning)
                .orElseThrow(() -> Problem.of(404, "No such session")
                        .with("success", false)
                        .asException());
        ends.end(theirs, SessionEnd.ENDED_BY_USER);
        return Response.ok(done()).build();
    }

    private static boolean isTheirs(UserSession one, UserSession mine) {
        return one.userId().equals(mine.userId());
    }

    private static Map<String, Object> done() {
        return Map.of("success", true, "message", "Session ended");
    }
}
