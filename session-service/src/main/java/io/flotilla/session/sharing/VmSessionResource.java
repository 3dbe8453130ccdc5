package io.flotilla.session.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.kit.csrf.SameOrigin;
import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.problem.Problem;
import io.flotilla.kit.secret.Secret;
import io.flotilla.session.idempotency.IdempotencyRecords.Request;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** VM sessions: open, look, keep alive, end. */
@Path("/api/vm")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class VmSessionResource {
    private static final int LONGEST_KEY = 255;

    /** The acts beside these are no ids: a wrong method there is a 405. */
    private static final String NO_ACT = "(?!(?:share|unshare|join|leave|kick|ban|unban|role)$)";

    private final CreateOnce creation;
    private final FindVmSession finding;
    private final EndVmSession ending;
    private final Asker asker;
    private final SharingMeters meters;

    VmSessionResource(
            CreateOnce creation, FindVmSession finding, EndVmSession ending, Asker asker, SharingMeters meters) {
        this.creation = creation;
        this.finding = finding;
        this.ending = ending;
        this.asker = asker;
        this.meters = meters;
    }

    @POST
    public Map<String, Object> create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable JsonNode body) {
        var user = asker.acting();
        var wishes = SharingProblems.orThrow(Bodies.wishes(body));
        var owner = asker.person(user, wishes.name());
        var outcome =
                key == null ? creation.create(owner, wishes) : creation.create(owner, wishes, request(user, key, body));
        return VmSessionView.created(SharingProblems.orThrow(meters.counted("create", outcome)), asker.origin());
    }

    @GET
    public Map<String, Object> mine() {
        var actor = Asker.actor(asker.looking());
        var sessions = finding.ofUser(actor.userId()).stream()
                .map(session -> VmSessionView.seen(session, actor))
                .toList();
        return Map.of("sessions", sessions);
    }

    @GET
    @Path("{id:" + NO_ACT + "[^/]+}")
    public Map<String, Object> one(@PathParam("id") String id) {
        var actor = Asker.actor(asker.looking());
        return VmSessionView.seen(SharingProblems.orThrow(finding.find(id, actor)), actor);
    }

    @PATCH
    @SameOrigin
    public Map<String, Object> touch(@Nullable JsonNode body) {
        var user = asker.looking();
        var id = SharingProblems.orThrow(Bodies.sessionId(body));
        SharingProblems.orThrow(finding.touch(id, Asker.actor(user)));
        asker.acting();
        return Map.of("ok", true);
    }

    @DELETE
    public Map<String, Object> end(@Nullable JsonNode body) {
        var user = asker.acting();
        var id = SharingProblems.orThrow(Bodies.sessionId(body));
        SharingProblems.orThrow(ending.end(id, Asker.actor(user)));
        return Map.of("ok", true);
    }

    private static Request request(Caller.User user, String key, @Nullable JsonNode body) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.of(400, "Idempotency-Key must be 1 to " + LONGEST_KEY + " characters")
                    .with("field", "Idempotency-Key")
                    .asException();
        }
        var text = body == null ? "{}" : body.toString();
        return new Request(
                user.userId(), Secret.of(key).sha256Hex(), Secret.of(text).sha256Hex());
    }
}
