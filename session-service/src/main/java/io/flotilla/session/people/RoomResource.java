package io.flotilla.session.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.session.sharing.SharingProblems;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.VmSession;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same acts for the gateway, on behalf of somebody in the room; each answers with the room as it is then. */
@Path("/internal/vm-sessions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RoomResource {
    private final FindRoom rooms;
    private final KickParticipant kicks;
    private final BanParticipant bans;
    private final ChangeRole roles;
    private final SetControl control;
    private final OnBehalf onBehalf;

    RoomResource(
            FindRoom rooms,
            KickParticipant kicks,
            BanParticipant bans,
            ChangeRole roles,
            SetControl control,
            OnBehalf onBehalf) {
        this.rooms = rooms;
        this.kicks = kicks;
        this.bans = bans;
        this.roles = roles;
        this.control = control;
        this.onBehalf = onBehalf;
    }

    @GET
    public Map<String, Object> one(@PathParam("id") String id) {
        return room(rooms.find(id, onBehalf.actor()));
    }

    @POST
    @Path("kick")
    public Map<String, Object> kick(@PathParam("id") String id, @Nullable JsonNode body) {
        var actor = onBehalf.actor();
        return room(kicks.kick(id, SharingProblems.orThrow(PeopleBodies.participantId(body)), actor));
    }

    @POST
    @Path("ban")
    public Map<String, Object> ban(@PathParam("id") String id, @Nullable JsonNode body) {
        var actor = onBehalf.actor();
        return room(bans.ban(id, SharingProblems.orThrow(PeopleBodies.participantId(body)), actor));
    }

    @POST
    @Path("unban")
    public Map<String, Object> unban(@PathParam("id") String id, @Nullable JsonNode body) {
        var actor = onBehalf.actor();
        return room(bans.unban(id, SharingProblems.orThrow(PeopleBodies.participantId(body)), actor));
    }

    @POST
    @Path("role")
    public Map<String, Object> role(@PathParam("id") String id, @Nullable JsonNode body) {
        var actor = onBehalf.actor();
        var participantId = SharingProblems.orThrow(PeopleBodies.participantId(body));
        return room(roles.change(id, participantId, SharingProblems.orThrow(PeopleBodies.role(body)), actor));
    }

    @PUT
    @Path("control")
    public Map<String, Object> control(@PathParam("id") String id, @Nullable JsonNode body) {
        var actor = onBehalf.actor();
        return room(control.set(id, SharingProblems.orThrow(PeopleBodies.control(body)), actor));
    }

    private static Map<String, Object> room(Outcome<VmSession> outcome) {
        return RoomView.of(SharingProblems.orThrow(outcome));
    }
}
