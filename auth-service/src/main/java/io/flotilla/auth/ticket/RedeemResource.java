package io.flotilla.auth.ticket;

import io.flotilla.auth.token.TokenAnswer;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.problem.Problem;
import io.flotilla.kit.secret.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The token behind a ticket, for the one service that has sockets of users. */
@Path("/internal/tickets/redeem")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RedeemResource {
    private final CurrentCaller caller;
    private final RedeemTicket redeem;
    private final MeterRegistry meters;

    RedeemResource(CurrentCaller caller, RedeemTicket redeem, MeterRegistry meters) {
        this.caller = caller;
        this.redeem = redeem;
        this.meters = meters;
    }

    /** The body of the call. */
    public record Wish(@Nullable String ticket) {}

    @POST
    public TokenAnswer redeem(@Nullable Wish wish) {
        var _ = caller.service("realtime-gateway");
        if (wish == null || wish.ticket() == null || wish.ticket().isEmpty()) {
            throw Problem.of(400, "ticket is missing").asException();
        }
        var token = redeem.redeem(Secret.of(wish.ticket()));
        meters.counter("flotilla.tickets", "result", token.isPresent() ? "redeemed" : "refused")
                .increment();
        return token.map(TokenAnswer::internal).orElseThrow(() -> refused().asException());
    }

    private static Problem refused() {
        return Problem.of(401, "Authentication required").with("code", "SESSION_REQUIRED");
    }
}
