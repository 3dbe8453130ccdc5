package io.flotilla.auth.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flotilla.kit.identity.CurrentCaller;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** A ticket for a socket, for whoever has a user session or an API key. */
@Path("/api/auth/ticket")
@RunOnVirtualThread
public class TicketResource {
    private final CurrentCaller caller;
    private final Tickets tickets;
    private final MeterRegistry meters;

    TicketResource(CurrentCaller caller, Tickets tickets, MeterRegistry meters) {
        this.caller = caller;
        this.tickets = tickets;
        this.meters = meters;
    }

    /** The answer; {@code expiresIn} in seconds. */
    public record Answer(
            String ticket, @JsonProperty("expires_in") long expiresIn) {}

    @POST
    public Answer issue() {
        var ticket = tickets.issue(TicketHolder.of(caller.user()));
        meters.counter("flotilla.tickets", "result", "issued").increment();
        return new Answer(ticket.reveal(), Tickets.LIFE.toSeconds());
    }
}
