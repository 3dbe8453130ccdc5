package io.flotilla.session.sharing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.Map;

/** A sign of life for pages; what is missing is told by {@code /q/health/ready}. */
@Path("/api/health")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
    private final InstantSource clock;

    HealthResource(InstantSource clock) {
        this.clock = clock;
    }

    @GET
    public Map<String, Object> health() {
        return Map.of("status", "ok", "timestamp", clock.instant().toString());
    }
}
