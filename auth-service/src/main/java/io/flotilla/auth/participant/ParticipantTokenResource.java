package io.flotilla.auth.participant;

import io.flotilla.auth.token.Signer;
import io.flotilla.auth.token.Token;
import io.flotilla.auth.token.TokenAnswer;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** A participant's token; only session-service, which knows who takes part, may ask for one. */
@Path("/internal/tokens/participant")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ParticipantTokenResource {
    private final CurrentCaller caller;
    private final Signer signer;

    ParticipantTokenResource(CurrentCaller caller, Signer signer) {
        this.caller = caller;
        this.signer = signer;
    }

    @POST
    public TokenAnswer token(@Nullable Participation wish) {
        var _ = caller.service("session-service");
        if (wish == null) {
            throw Problem.of(400, "The request's JSON is malformed").asException();
        }
        return switch (wish.check()) {
            case Participation.Wrong(var field) ->
                throw Problem.of(400, field + " is missing or not valid")
                        .with("field", field)
                        .asException();
            case Participation.Right(Token.Participant token) -> TokenAnswer.internal(signer.sign(token));
        };
    }
}
