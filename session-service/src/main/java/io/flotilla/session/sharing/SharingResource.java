package io.flotilla.session.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may come in, who comes in, who goes. */
@Path("/api/vm")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SharingResource {
    private final ShareVmSession sharing;
    private final JoinVmSession joining;
    private final LeaveVmSession leaving;
    private final Asker asker;
    private final SharingMeters meters;

    SharingResource(
            ShareVmSession sharing, JoinVmSession joining, LeaveVmSession leaving, Asker asker, SharingMeters meters) {
        this.sharing = sharing;
        this.joining = joining;
        this.leaving = leaving;
        this.asker = asker;
        this.meters = meters;
    }

    @POST
    @Path("share")
    public Map<String, Object> share(@Nullable JsonNode body) {
        var user = asker.acting();
        var id = SharingProblems.orThrow(Bodies.sessionId(body));
        SharingProblems.orThrow(sharing.share(id, Asker.actor(user)));
        return Map.of("ok", true, "shared", true);
    }

    @POST
    @Path("unshare")
    public Map<String, Object> unshare(@Nullable JsonNode body) {
        var user = asker.acting();
        var id = SharingProblems.orThrow(Bodies.sessionId(body));
        SharingProblems.orThrow(sharing.unshare(id, Asker.actor(user)));
        return Map.of("ok", true, "shared", false);
    }

    @POST
    @Path("join")
    public Map<String, Object> join(@Nullable JsonNode body) {
        var user = asker.acting();
        var id = SharingProblems.orThrow(Bodies.sessionId(body));
        var name = SharingProblems.orThrow(Bodies.name(body));
        var entry = meters.counted("join", joining.join(id, asker.person(user, name)));
        return VmSessionView.joined(SharingProblems.orThrow(entry), asker.origin());
    }

    @POST
    @Path("leave")
    public Map<String, Object> leave(@Nullable JsonNode body) {
        var user = asker.acting();
        var id = SharingProblems.orThrow(Bodies.sessionId(body));
        SharingProblems.orThrow(leaving.leave(id, Asker.actor(user)));
        return Map.of("ok", true);
    }
}
