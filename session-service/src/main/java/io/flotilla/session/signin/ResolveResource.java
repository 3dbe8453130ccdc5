package io.flotilla.session.signin;

import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.problem.Problem;
import io.flotilla.kit.secret.Secret;
import io.flotilla.session.usersession.Browser;
import io.flotilla.session.usersession.SessionEnd;
import io.flotilla.session.usersession.UserSession;
import io.flotilla.session.visit.CsrfToken;
import io.flotilla.session.visit.Recognise;
import io.flotilla.session.visit.Seen;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells auth-service, and nobody else, whose a cookie is. Asking is no activity. */
@Path("/internal/user-sessions/resolve")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ResolveResource {
    /** What auth-service asks. */
    public record Question(
            @Nullable String cookie, @Nullable String userAgent) {}

    private final CurrentCaller caller;
    private final Recognise recognise;

    ResolveResource(CurrentCaller caller, Recognise recognise) {
        this.caller = caller;
        this.recognise = recognise;
    }

    @POST
    public Map<String, Object> resolve(@Nullable Question question) {
        caller.service("auth-service");
        if (question == null || question.cookie() == null) {
            throw Problem.of(400, "cookie is required").asException();
        }
        var cookie = Secret.of(question.cookie());
        return switch (recognise.byCookie(cookie, Browser.of(question.userAgent(), null, null))) {
            case Seen.Running(UserSession session) ->
                Map.of(
                        "sub", session.userId(),
                        "sid", session.handle(),
                        "grp", session.group(),
                        "roles", SessionViews.roles(session),
                        "csrfHash", CsrfToken.of(cookie).sha256Base64Url(),
                        "expiresAt", recognise.endOf(session).toEpochMilli());
            case Seen.Over(UserSession _, SessionEnd why) ->
                throw Problem.of(404, why.message())
                        .with("code", "SESSION_EXPIRED")
                        .with("reason", why.wire())
                        .asException();
            case Seen.Unknown _ ->
                throw Problem.of(404, "No such session")
                        .with("code", "SESSION_REQUIRED")
                        .asException();
        };
    }
}
