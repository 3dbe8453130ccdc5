package io.flotilla.session.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.kit.problem.Problem;
import io.flotilla.session.people.OnBehalf;
import io.flotilla.session.sharing.SharingProblems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said in a room, for the gateway on behalf of somebody inside. */
@Path("/internal/vm-sessions/{id}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MessagesResource {
    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 100;

    private final Chat chat;
    private final OnBehalf onBehalf;

    MessagesResource(Chat chat, OnBehalf onBehalf) {
        this.chat = chat;
        this.onBehalf = onBehalf;
    }

    @POST
    public Response say(@PathParam("id") String id, @Nullable JsonNode body) {
        var actor = onBehalf.actor();
        var wish = SharingProblems.orThrow(ChatBodies.wish(body));
        return switch (SharingProblems.orThrow(chat.say(id, wish, actor))) {
            case Posting.Stored(Said said, boolean fresh) ->
                Response.status(fresh ? 201 : 200).entity(MessageView.of(said)).build();
            case Posting.IdTaken _ ->
                throw Problem.of(409, "This id is another message's")
                        .with("field", "id")
                        .asException();
        };
    }

    @GET
    public Map<String, Object> read(
            @PathParam("id") String id,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @Nullable String limit) {
        var actor = onBehalf.actor();
        var below = number("before", before, 1, Long.MAX_VALUE, Long.MAX_VALUE);
        var atMost = (int) number("limit", limit, 1, LONGEST_PAGE, PAGE);
        return MessageView.page(SharingProblems.orThrow(chat.read(id, below, atMost, actor)), atMost);
    }

    @DELETE
    @Path("{messageId}")
    public Map<String, Object> remove(@PathParam("id") String id, @PathParam("messageId") String messageId) {
        var actor = onBehalf.actor();
        return switch (SharingProblems.orThrow(chat.remove(id, messageId, actor))) {
            case Removal.Removed(Said said) -> MessageView.of(said);
            case Removal.Unknown _ -> throw Problem.of(404, "Message not found").asException();
            case Removal.NotTheirs _ ->
                throw Problem.of(403, "Only its author and the owner may delete a message")
                        .asException();
        };
    }

    private static long number(String field, @Nullable String text, long least, long most, long otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            var number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below, as a number out of range is
        }
        throw Problem.of(400, field + " must be a whole number from " + least + " to " + most)
                .with("field", field)
                .asException();
    }
}
