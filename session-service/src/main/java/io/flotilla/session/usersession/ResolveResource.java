package io.flotilla.session.usersession;

import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.problem.Problem;
import io.flotilla.kit.problem.ProblemException;
import io.flotilla.kit.secret.Secret;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tells auth-service, and nobody else, whose a cookie is. */
@Path("/internal/user-sessions/resolve")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ResolveResource {
    /** What auth-service asks. */
    public record Question(@Nullable String cookie) {}

    private final CurrentCaller caller;
    private final Visits visits;

    ResolveResource(CurrentCaller caller, Visits visits) {
        this.caller = caller;
        this.visits = visits;
    }

    @POST
    public Map<String, Object> resolve(@Nullable Question question) {
        caller.service("auth-service");
        if (question == null || question.cookie() == null) {
            throw Problem.of(400, "cookie is required").asException();
        }
        var cookie = Secret.of(question.cookie());
        var session = visits.known(cookie).orElseThrow(() -> unknown("SESSION_REQUIRED"));
        if (!visits.isRunning(session)) {
            throw unknown("SESSION_EXPIRED");
        }
        return Map.of(
                "sub", session.userId(),
                "sid", session.handle(),
                "grp", session.group(),
                "roles", new TreeSet<>(session.roles()),
                "csrfHash", CsrfToken.of(cookie).sha256Base64Url(),
                "expiresAt", visits.endOf(session).toEpochMilli());
    }

    private static ProblemException unknown(String code) {
        return Problem.of(404, "No such session").with("code", code).asException();
    }
}
