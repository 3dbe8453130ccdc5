package io.flotilla.session.visit;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.kit.problem.Problem;
import io.flotilla.session.sessiondata.DataName;
import io.flotilla.session.sessiondata.SessionData;
import io.flotilla.session.sessionrecord.UserActivity;
import io.flotilla.session.usersession.UserSession;
import io.flotilla.session.usersession.UserSessionEvent;
import io.flotilla.session.usersession.UserSessionEvents;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What pages keep in the user session. The body of a PUT is the value itself, any JSON. */
@Path("/api/session/data")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SessionDataResource {
    private final CurrentVisit current;
    private final SessionData data;
    private final UserActivity activity;
    private final UserSessionEvents events;

    SessionDataResource(CurrentVisit current, SessionData data, UserActivity activity, UserSessionEvents events) {
        this.current = current;
        this.data = data;
        this.activity = activity;
        this.events = events;
    }

    @GET
    public Map<String, Object> names() {
        return Map.of(
                "success", true, "keys", data.all(current.required().handle()).keySet());
    }

    @GET
    @Path("{key}")
    public Map<String, Object> one(@PathParam("key") String key) {
        var value = data.find(current.required().handle(), fit(key)).orElseThrow(SessionDataResource::unknown);
        return Map.of("success", true, "key", key, "value", value);
    }

    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> keep(@PathParam("key") String key, @Nullable JsonNode value) {
        var session = acting();
        if (value == null || value.isMissingNode()) {
            throw bad("The body must be a JSON value", "value");
        }
        return switch (data.keep(session.handle(), fit(key), value)) {
            case KEPT -> changed(session, key);
            case TOO_MUCH ->
                throw Problem.of(
                                413,
                                "The data of one session may have at most %d bytes".formatted(SessionData.MOST_BYTES))
                        .with("success", false)
                        .with("limit", SessionData.MOST_BYTES)
                        .asException();
            case NO_SESSION -> throw VisitProblems.required().asException();
        };
    }

    @DELETE
    @Path("{key}")
    public Map<String, Object> remove(@PathParam("key") String key) {
        var session = acting();
        if (!data.remove(session.handle(), fit(key))) {
            throw unknown();
        }
        return changed(session, key);
    }

    private UserSession acting() {
        var session = current.requiredActing();
        activity.acted(session.handle());
        return session;
    }

    private Map<String, Object> changed(UserSession session, String key) {
        events.tell(new UserSessionEvent.SessionChanged(session.userId(), session.handle()));
        return Map.of("success", true, "key", key);
    }

    private static String fit(String key) {
        if (!DataName.isFit(key)) {
            throw bad("key must be 1 to 64 of A-Z, a-z, 0-9, '.', '_' and '-'", "key");
        }
        return key;
    }

    private static RuntimeException bad(String words, String field) {
        return Problem.of(400, words)
                .with("success", false)
                .with("field", field)
                .asException();
    }

    private static RuntimeException unknown() {
        return Problem.of(404, "No such key").with("success", false).asException();
    }
}
