package io.flotilla.auth.ticket;

import io.flotilla.auth.exchange.SessionTokens;
import io.flotilla.auth.exchange.UserSessions;
import io.flotilla.auth.token.SignedToken;
import io.flotilla.auth.token.Signer;
import io.flotilla.auth.token.Token;
import io.flotilla.kit.revocation.Revocations;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Turns a ticket into the token of its holder, as they are now: what ended in between opens nothing. */
@Singleton
public final class RedeemTicket {
    private final Tickets tickets;
    private final UserSessions sessions;
    private final Revocations revocations;
    private final Signer signer;
    private final InstantSource clock;

    public RedeemTicket(
            Tickets tickets, UserSessions sessions, Revocations revocations, Signer signer, InstantSource clock) {
        this.tickets = tickets;
        this.sessions = sessions;
        this.revocations = revocations;
        this.signer = signer;
        this.clock = clock;
    }

    /** Empty for a ticket that opens nothing; throws {@link io.flotilla.kit.problem.Unavailable} when nobody can say, and the ticket is spent. */
    Optional<SignedToken> redeem(Secret ticket) {
        return tickets.take(ticket)
                .filter(holder -> !revocations.isRevoked(holder.sessionId()))
                .flatMap(holder -> holder.isApiClient() ? apiClient(holder) : session(holder));
    }

    private Optional<SignedToken> apiClient(TicketHolder holder) {
        return Optional.of(signer.sign(new Token.User(
                holder.userId(), holder.sessionId(), holder.group(), holder.roles(), null, holder.tenant())));
    }

    private Optional<SignedToken> session(TicketHolder holder) {
        return sessions.find(holder.sessionId()).flatMap(session -> SessionTokens.of(session, clock.instant())
                .map(user -> signer.sign(user, session.expiresAt())));
    }
}
