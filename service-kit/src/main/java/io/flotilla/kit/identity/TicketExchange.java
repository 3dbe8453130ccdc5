package io.flotilla.kit.identity;

import io.flotilla.kit.secret.Secret;

/** Redeems a ticket ({@code tk_…}), which works once, for a user's token. Blocks; never throws; remembers nothing. */
public interface TicketExchange {
    Exchanged exchangeTicket(Secret ticket);
}
