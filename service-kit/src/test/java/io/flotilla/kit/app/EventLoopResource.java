package io.flotilla.kit.app;

import io.flotilla.kit.identity.CurrentCaller;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.Context;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;

/** A resource that stays on the event loop. */
@Path("/api/me-on-the-event-loop")
@NonBlocking
public class EventLoopResource {
    private final CurrentCaller caller;

    EventLoopResource(CurrentCaller caller) {
        this.caller = caller;
    }

    @GET
    public Map<String, Object> me() {
        return Map.of("user", caller.user().userId(), "eventLoop", Context.isOnEventLoopThread());
    }
}
