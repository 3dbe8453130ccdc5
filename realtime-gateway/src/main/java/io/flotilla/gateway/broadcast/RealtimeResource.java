package io.flotilla.gateway.broadcast;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.kit.http.ClientAddress;
import io.flotilla.kit.id.IdSource;
import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Who is connected, and something to say to them; for administrators and services. */
@Path("/api/realtime")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RealtimeResource {
    private static final int USUAL = 100;
    private static final int MOST = 500;
    private static final int LONGEST = 255;

    private final CurrentCaller caller;
    private final ClientAddress address;
    private final Broadcasts broadcasts;
    private final Census census;
    private final RealtimeAudit audit;
    private final IdSource ids;

    RealtimeResource(
            CurrentCaller caller,
            ClientAddress address,
            Broadcasts broadcasts,
            Census census,
            RealtimeAudit audit,
            IdSource ids) {
        this.caller = caller;
        this.address = address;
        this.broadcasts = broadcasts;
        this.census = census;
        this.audit = audit;
        this.ids = ids;
    }

    @POST
    @Path("/broadcast")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonNode broadcast(@Nullable JsonNode body) {
        var who = allowed();
        var broadcast =
                switch (BroadcastReader.read(body, ids.readable())) {
                    case BroadcastReader.Reading.Read(var read) -> read;
                    case BroadcastReader.Reading.Odd(var malformed, var field, var message) ->
                        throw Problem.of(malformed ? 400 : 422, message)
                                .with("field", field)
                                .asException();
                };
        // Before it is said: what cannot be recorded is not done.
        audit.broadcast(who, address.value(), broadcast);
        return RealtimeAnswers.broadcast(broadcast.id(), broadcasts.send(broadcast));
    }

    @GET
    @Path("/connections")
    public JsonNode connections(
            @QueryParam("user") @Nullable String user,
            @QueryParam("group") @Nullable String group,
            @QueryParam("room") @Nullable String room,
            @QueryParam("limit") @Nullable String limit) {
        allowed();
        int most = limit(limit);
        if (user != null) {
            return sockets("user", user, most);
        }
        if (group != null) {
            return sockets("group", group, most);
        }
        return room == null ? RealtimeAnswers.counts(census.askCounts()) : sockets("room", room, most);
    }

    private JsonNode sockets(String by, String id, int limit) {
        if (id.isEmpty() || id.length() > LONGEST) {
            throw Problem.of(400, by + " must be 1 to " + LONGEST + " characters")
                    .with("field", by)
                    .asException();
        }
        return RealtimeAnswers.sockets(census.askSockets(by, id, limit), limit);
    }

    private Caller allowed() {
        var who = caller.get();
        if (who instanceof Caller.Service) {
            return who;
        }
        var user = caller.user();
        if (!user.isAdmin()) {
            throw Problem.of(403, "Only administrators may do this").asException();
        }
        return user;
    }

    private static int limit(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return USUAL;
        }
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw Problem.of(400, "limit must be a whole number from 1 to " + MOST)
                    .with("field", "limit")
                    .asException();
        }
        return Integer.parseInt(text);
    }
}
