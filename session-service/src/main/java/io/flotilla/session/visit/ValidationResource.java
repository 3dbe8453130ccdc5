package io.flotilla.session.visit;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.kit.csrf.NoCsrf;
import io.flotilla.kit.problem.Problem;
import io.flotilla.kit.secret.Secret;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a session, or a CSRF token, is good. These change nothing, whatever their method says, and tell a foreign page nothing, for it
 * cannot read the answer: so they need no CSRF token, which a page that asks about its token could not be sure to have.
 */
@Path("/api/session")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoCsrf
public class ValidationResource {
    private final CurrentVisit current;
    private final InstantSource clock;

    ValidationResource(CurrentVisit current, InstantSource clock) {
        this.current = current;
        this.clock = clock;
    }

    /** Polled by pages: no activity. There is one record, so that both of the last names tell the same. */
    @POST
    @Path("validate")
    public Map<String, Object> validate() {
        var valid = current.seen().running().isPresent();
        return Map.of(
                "success", true,
                "valid", valid,
                "database_session_valid", valid,
                "flask_session_valid", valid,
                "timestamp", clock.instant().toString());
    }

    @POST
    @Path("validate-csrf")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> validateCsrf(@Nullable JsonNode body) {
        var token = body == null ? "" : body.path("csrf_token").asText("");
        if (token.isBlank()) {
            throw Problem.of(400, "csrf_token is required")
                    .with("status", "error")
                    .with("message", "csrf_token is required")
                    .with("field", "csrf_token")
                    .asException();
        }
        var valid = current.secret()
                .filter(_ -> current.seen().running().isPresent())
                .filter(cookie -> CsrfToken.of(cookie).equals(Secret.of(token)))
                .isPresent();
        return Map.of("status", "success", "valid", valid);
    }
}
