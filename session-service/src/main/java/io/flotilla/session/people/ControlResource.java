package io.flotilla.session.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.session.sharing.Asker;
import io.flotilla.session.sharing.SharingProblems;
import io.flotilla.session.sharing.VmSessionView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How people take turns. */
@Path("/api/vm")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ControlResource {
    private final SetControl control;
    private final Asker asker;

    ControlResource(SetControl control, Asker asker) {
        this.control = control;
        this.asker = asker;
    }

    @GET
    @Path("{id}/control")
    public Map<String, Object> look(@PathParam("id") String id) {
        var actor = Asker.actor(asker.looking());
        var session = SharingProblems.orThrow(control.look(id, actor));
        return VmSessionView.control(session.terms().control());
    }

    @PUT
    @Path("{id}/control")
    public Map<String, Object> set(@PathParam("id") String id, @Nullable JsonNode body) {
        var actor = Asker.actor(asker.acting());
        var wish = SharingProblems.orThrow(PeopleBodies.control(body));
        var session = SharingProblems.orThrow(control.set(id, wish, actor));
        return VmSessionView.control(session.terms().control());
    }
}
