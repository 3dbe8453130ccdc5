package io.flotilla.session.own;

import io.flotilla.session.suspicion.Suspicions;
import io.flotilla.session.visit.CurrentVisit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** How old the current session is, and whether it looks as if somebody else were at work. */
@Path("/api/session")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SecurityResource {
    private final CurrentVisit current;
    private final Suspicions suspicions;
    private final InstantSource clock;

    SecurityResource(CurrentVisit current, Suspicions suspicions, InstantSource clock) {
        this.current = current;
        this.suspicions = suspicions;
        this.clock = clock;
    }

    @GET
    @Path("security")
    public Map<String, Object> security() {
        var session = current.required();
        var reasons = suspicions.of(session).stream().sorted().toList();
        return Map.of(
                "success", true,
                "session_id", session.handle(),
                "created_at", session.createdAt().toString(),
                "last_activity", session.lastActivity().toString(),
                "age_seconds",
                        Duration.between(session.createdAt(), clock.instant()).toSeconds(),
                "is_suspicious", !reasons.isEmpty(),
                "reasons", reasons);
    }
}
