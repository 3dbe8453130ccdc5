package io.flotilla.session.platformuse;

import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.session.sessionrecord.UserActivity;
import io.flotilla.session.suspicion.Suspicions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** Makes another connection the active one, for all sessions of the user. */
@Path("/api/switch_platform")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SwitchPlatformResource {
    private final SwitchPlatform switching;
    private final CurrentCaller caller;
    private final UserActivity activity;
    private final Suspicions suspicions;

    SwitchPlatformResource(
            SwitchPlatform switching, CurrentCaller caller, UserActivity activity, Suspicions suspicions) {
        this.switching = switching;
        this.caller = caller;
        this.activity = activity;
        this.suspicions = suspicions;
    }

    @POST
    @Path("{id}")
    public Map<String, Object> switchTo(@PathParam("id") String id) {
        var user = caller.user();
        activity.acted(user.sessionId());
        var now = PlatformProblems.orThrow(switching.switchTo(user, id)).connection();
        suspicions.look(user.sessionId());
        return Map.of("success", true, "message", "Switched to " + now.name(), "platform", PlatformView.switched(now));
    }
}
