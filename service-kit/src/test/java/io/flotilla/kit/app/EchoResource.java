package io.flotilla.kit.app;

import io.flotilla.kit.csrf.AcceptsForms;
import io.flotilla.kit.csrf.NoCsrf;
import io.flotilla.kit.csrf.SameOrigin;
import io.flotilla.kit.http.ClientAddress;
import io.flotilla.kit.http.Origin;
import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.problem.Problem;
import io.flotilla.kit.trace.RequestId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** A service in miniature, for the kit's own tests. */
@Path("/")
@RunOnVirtualThread
public class EchoResource {
    private final CurrentCaller caller;
    private final ClientAddress address;
    private final Origin origin;

    EchoResource(CurrentCaller caller, ClientAddress address, Origin origin) {
        this.caller = caller;
        this.address = address;
        this.origin = origin;
    }

    public record Wish(String name, int count) {}

    @GET
    @Path("/api/public")
    public Map<String, Object> open() {
        return Map.of("address", address.value(), "origin", origin.value());
    }

    @GET
    @Path("/api/me")
    public Map<String, Object> me() {
        var user = caller.user();
        return Map.of("user", user.userId(), "byCookie", user.byCookie());
    }

    @GET
    @Path("/internal/me")
    public Map<String, Object> service() {
        var service = caller.service("session-service");
        return Map.of("service", service.name(), "for", String.valueOf(service.onBehalfOf()));
    }

    @GET
    @Path("/api/who")
    public Map<String, Object> who() {
        return Map.of(
                "who",
                switch (caller.get()) {
                    case Caller.Nobody _ -> "nobody";
                    case Caller.User _ -> "user";
                    case Caller.Service _ -> "service";
                },
                "requestId",
                String.valueOf(RequestId.current()));
    }

    @POST
    @Path("/api/things")
    public Wish make(Wish wish) {
        return wish;
    }

    @DELETE
    @Path("/api/things/{id}")
    public Map<String, Object> remove(@PathParam("id") String id) {
        return Map.of("removed", id);
    }

    @POST
    @Path("/api/forms")
    @AcceptsForms
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Map<String, Object> form(String body) {
        return Map.of("body", body);
    }

    @PATCH
    @Path("/api/ping")
    @SameOrigin
    public Map<String, Object> ping(String body) {
        return Map.of("ok", true);
    }

    @POST
    @Path("/api/free")
    @NoCsrf
    public Map<String, Object> free() {
        return Map.of("ok", true);
    }

    @GET
    @Path("/api/refused")
    public Map<String, Object> refused() {
        throw Problem.of(429, "Too many")
                .with("retryAfter", 7)
                .withHeader("Retry-After", "7")
                .asException();
    }

    @GET
    @Path("/api/bug")
    public Map<String, Object> bug() {
        throw new IllegalStateException("the password is swordfish");
    }

    @GET
    @Path("/api/outage")
    public Map<String, Object> outage() {
        throw new IllegalStateException(new java.net.ConnectException("10.0.0.7:5432"));
    }

    @GET
    @Path("/v0/refused")
    public Map<String, Object> dialect() {
        throw Problem.of(404, "No such thing").asException();
    }
}
