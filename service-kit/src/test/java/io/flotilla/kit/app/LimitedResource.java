package io.flotilla.kit.app;

import io.flotilla.kit.csrf.AcceptsForms;
import io.flotilla.kit.csrf.SignIn;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.limit.CallLimit;
import io.flotilla.kit.limit.LimitClass;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Map;

/** Routes that are counted, and by which one signs in. */
@Path("/")
public class LimitedResource {
    private final CurrentCaller caller;
    private final CallLimit limit;

    LimitedResource(CurrentCaller caller, CallLimit limit) {
        this.caller = caller;
        this.limit = limit;
    }

    @POST
    @Path("/api/sign-in")
    @SignIn
    @AcceptsForms
    @Consumes({"application/json", "application/x-www-form-urlencoded"})
    @RunOnVirtualThread
    public Map<String, Object> signIn(String body) {
        return Map.of("ok", true);
    }

    @POST
    @Path("/api/sign-in-json")
    @SignIn
    @RunOnVirtualThread
    public Map<String, Object> signInJson(String body) {
        return Map.of("ok", true);
    }

    @POST
    @Path("/api/counted")
    @RunOnVirtualThread
    public Map<String, Object> counted() {
        return Map.of("user", caller.user().userId());
    }

    @GET
    @Path("/api/counted")
    @RunOnVirtualThread
    public Map<String, Object> read() {
        return Map.of("user", caller.user().userId());
    }

    @PUT
    @Path("/api/counted-on-the-event-loop")
    @NonBlocking
    public Map<String, Object> countedOnTheEventLoop() {
        return Map.of("eventLoop", io.vertx.core.Context.isOnEventLoopThread());
    }

    @GET
    @Path("/api/uncounted")
    @RunOnVirtualThread
    public Map<String, Object> uncounted() {
        return Map.of("ok", true);
    }

    @GET
    @Path("/api/counted-by-itself")
    @RunOnVirtualThread
    public Map<String, Object> countedByItself() {
        limit.count(LimitClass.WRITES);
        return Map.of("ok", true);
    }

    @GET
    @Path("/api/visitor")
    @RunOnVirtualThread
    public Map<String, Object> visitor() {
        return Map.of("user", caller.visitor().userId());
    }
}
