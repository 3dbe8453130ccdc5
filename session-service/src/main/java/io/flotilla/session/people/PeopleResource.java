package io.flotilla.session.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.session.sharing.Asker;
import io.flotilla.session.sharing.Bodies;
import io.flotilla.session.sharing.SharingProblems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who has to go, who stays out, who may do what: for the owner. */
@Path("/api/vm")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PeopleResource {
    private final KickParticipant kicks;
    private final BanParticipant bans;
    private final ChangeRole roles;
    private final Asker asker;

    PeopleResource(KickParticipant kicks, BanParticipant bans, ChangeRole roles, Asker asker) {
        this.kicks = kicks;
        this.bans = bans;
        this.roles = roles;
        this.asker = asker;
    }

    @POST
    @Path("kick")
    public Map<String, Object> kick(@Nullable JsonNode body) {
        var actor = Asker.actor(asker.acting());
        var id = SharingProblems.orThrow(Bodies.sessionId(body));
        var participantId = SharingProblems.orThrow(PeopleBodies.participantId(body));
        SharingProblems.orThrow(kicks.kick(id, participantId, actor));
        return Map.of("ok", true);
    }

    @POST
    @Path("ban")
    public Map<String, Object> ban(@Nullable JsonNode body) {
        var actor = Asker.actor(asker.acting());
        var id = SharingProblems.orThrow(Bodies.sessionId(body));
        var participantId = SharingProblems.orThrow(PeopleBodies.participantId(body));
        SharingProblems.orThrow(bans.ban(id, participantId, actor));
        return Map.of("ok", true);
    }

    @POST
    @Path("unban")
    public Map<String, Object> unban(@Nullable JsonNode body) {
        var actor = Asker.actor(asker.acting());
        var id = SharingProblems.orThrow(Bodies.sessionId(body));
        var participantId = SharingProblems.orThrow(PeopleBodies.participantId(body));
        SharingProblems.orThrow(bans.unban(id, participantId, actor));
        return Map.of("ok", true);
    }

    @POST
    @Path("role")
    public Map<String, Object> role(@Nullable JsonNode body) {
        var actor = Asker.actor(asker.acting());
        var id = SharingProblems.orThrow(Bodies.sessionId(body));
        var participantId = SharingProblems.orThrow(PeopleBodies.participantId(body));
        var role = SharingProblems.orThrow(PeopleBodies.role(body));
        SharingProblems.orThrow(roles.change(id, participantId, role, actor));
        return Map.of("ok", true, "role", role.wire());
    }
}
