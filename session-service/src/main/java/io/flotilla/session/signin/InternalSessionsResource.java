package io.flotilla.session.signin;

import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.problem.Problem;
import io.flotilla.session.sessionrecord.EndSession;
import io.flotilla.session.sessionrecord.UserActivity;
import io.flotilla.session.sessionrecord.UserSessions;
import io.flotilla.session.usersession.SessionEnd;
import io.flotilla.session.usersession.UserSession;
import io.flotilla.session.visit.Recognise;
import io.flotilla.session.visit.SessionCookie;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens, knows and ends user sessions, for auth-service and nobody else. */
@Path("/internal/user-sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalSessionsResource {
    /** Why one session shall end. */
    public record End(@Nullable String reason) {}

    /** Whose sessions shall end, but for one, and why. */
    public record EndAll(
            @Nullable String userId,
            @Nullable String except,
            @Nullable String reason) {}

    private final CurrentCaller caller;
    private final OpenSession opening;
    private final SignInAftermath aftermath;
    private final UserSessions sessions;
    private final Recognise recognise;
    private final EndSession ends;
    private final UserActivity activity;
    private final SessionCookie cookie;

    // Two more than the house allows: four routes on one record.
    InternalSessionsResource(
            CurrentCaller caller,
            OpenSession opening,
            SignInAftermath aftermath,
            UserSessions sessions,
            Recognise recognise,
            EndSession ends,
            UserActivity activity,
            SessionCookie cookie) {
        this.caller = caller;
        this.opening = opening;
        this.aftermath = aftermath;
        this.sessions = sessions;
        this.recognise = recognise;
        this.ends = ends;
        this.activity = activity;
        this.cookie = cookie;
    }

    @POST
    public Response open(@Nullable SignedIn signedIn) {
        caller.service("auth-service");
        if (signedIn == null) {
            throw missing("userId");
        }
        var opened = opening.open(signedIn.arrival().orElseThrow(() -> missing("userId, roles and method")));
        aftermath.of(opened);
        var setCookie = cookie.set(opened.secret());
        return Response.status(201)
                .entity(SessionViews.opened(opened, recognise.endOf(opened.session()), setCookie))
                .build();
    }

    /** A client without a cookie acts by having its token renewed, which is when this is asked; a browser's session is only looked at. */
    @GET
    @Path("{sid}")
    public Map<String, Object> one(@PathParam("sid") String sid) {
        caller.service("auth-service");
        var session = recognise.byHandle(sid).running().orElseThrow(() -> Problem.of(404, "No such session")
                .asException());
        if (session.opening().cookieless()) {
            activity.acted(session.handle());
        }
        return SessionViews.known(session, recognise.endOf(session));
    }

    @POST
    @Path("{sid}/end")
    public Map<String, Object> end(@PathParam("sid") String sid, @Nullable End wish) {
        caller.service("auth-service");
        var why = reason(wish == null ? null : wish.reason());
        sessions.findByHandle(sid).ifPresent(session -> ends.end(session, why));
        return Map.of("setCookie", cookie.cleared());
    }

    @POST
    @Path("end")
    public Map<String, Object> endAll(@Nullable EndAll wish) {
        caller.service("auth-service");
        if (wish == null || wish.userId() == null) {
            throw missing("userId");
        }
        var userId = wish.userId();
        var why = reason(wish.reason());
        // Alone, so that no sign-in under way comes out of this alive that was there before.
        var ended = sessions.alone(userId, () -> endSilently(userId, wish.except(), why));
        ended.forEach(session -> ends.tell(session, why));
        return Map.of("ended", ended.stream().map(UserSession::handle).toList());
    }

    private List<UserSession> endSilently(String userId, @Nullable String except, SessionEnd why) {
        var ended = new ArrayList<UserSession>();
        for (var session : sessions.unendedOf(userId)) {
            if (!session.handle().equals(except) && ends.endSilently(session, why)) {
                ended.add(session);
            }
        }
        return ended;
    }

    private static SessionEnd reason(@Nullable String wire) {
        return SessionEnd.ofWire(wire == null ? "" : wire)
                .orElseThrow(() -> Problem.of(400, "reason is not one we know")
                        .with("field", "reason")
                        .asException());
    }

    private static RuntimeException missing(String field) {
        return Problem.of(400, field + " required").asException();
    }
}
