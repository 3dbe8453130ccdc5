package io.flotilla.session.platformuse;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.session.platform.Platforms;
import io.flotilla.session.sessionrecord.UserActivity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user's platform connections. What is not theirs is not there. */
@Path("/api/platforms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PlatformResource {
    private final Platforms platforms;
    private final SwitchPlatform switching;
    private final TestPlatform testing;
    private final CurrentCaller caller;
    private final UserActivity activity;

    PlatformResource(
            Platforms platforms,
            SwitchPlatform switching,
            TestPlatform testing,
            CurrentCaller caller,
            UserActivity activity) {
        this.platforms = platforms;
        this.switching = switching;
        this.testing = testing;
        this.caller = caller;
        this.activity = activity;
    }

    @GET
    public Map<String, Object> all() {
        var theirs = platforms.of(caller.user().userId());
        return Map.of("success", true, "platforms", PlatformView.all(theirs));
    }

    @POST
    public Response create(@Nullable JsonNode body) {
        var user = acting();
        var wish = PlatformProblems.orThrow(PlatformBodies.wish(body));
        return Response.status(201)
                .entity(shown(PlatformProblems.orThrow(switching.create(user, wish))))
                .build();
    }

    @GET
    @Path("{id}")
    public Map<String, Object> one(@PathParam("id") String id) {
        var theirs = platforms.of(caller.user().userId());
        var found = theirs.find(id).orElseThrow(PlatformProblems::unknown);
        return shown(new Edit.Done(found, theirs));
    }

    @PUT
    @Path("{id}")
    public Map<String, Object> update(@PathParam("id") String id, @Nullable JsonNode body) {
        var user = acting();
        var wish = PlatformProblems.orThrow(PlatformBodies.wish(body));
        return shown(PlatformProblems.orThrow(switching.update(user, id, wish)));
    }

    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    public Map<String, Object> remove(@PathParam("id") String id) {
        PlatformProblems.orThrow(switching.remove(acting(), id));
        return Map.of("success", true);
    }

    @POST
    @Path("{id}/default")
    @Consumes(MediaType.WILDCARD)
    public Map<String, Object> makeDefault(@PathParam("id") String id) {
        return shown(PlatformProblems.orThrow(switching.makeDefault(acting(), id)));
    }

    /** 200 also for a platform that does not answer: the test was made. */
    @POST
    @Path("{id}/test")
    @Consumes(MediaType.WILDCARD)
    public Map<String, Object> test(@PathParam("id") String id) {
        return PlatformView.tested(testing.test(acting().userId(), id).orElseThrow(PlatformProblems::unknown));
    }

    private Caller.User acting() {
        var user = caller.user();
        activity.acted(user.sessionId());
        return user;
    }

    private static Map<String, Object> shown(Edit.Done done) {
        return Map.of("success", true, "platform", PlatformView.one(done.connection(), done.all()));
    }
}
