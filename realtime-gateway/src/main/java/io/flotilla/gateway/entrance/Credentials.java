package io.flotilla.gateway.entrance;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.namespace.Identified;
import io.flotilla.gateway.namespace.Identity;
import io.flotilla.gateway.namespace.Identity.Reason;
import io.flotilla.gateway.namespace.Proof;
import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.identity.CallerCheck;
import io.flotilla.kit.identity.Callers;
import io.flotilla.kit.identity.TokenCheck;
import io.flotilla.kit.identity.TokenClaims.UserClaims;
import io.flotilla.kit.identity.TokenKind;
import io.flotilla.kit.identity.TokenVerifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Says who is behind a credential. Blocks on auth-service; thread-safe; never throws for what a stranger sends. */
@Singleton
final class Credentials {
    private final Callers callers;
    private final TokenVerifier tokens;
    private final InstantSource clock;
    private final Duration ticketsLife;

    Credentials(Callers callers, TokenVerifier tokens, InstantSource clock, GatewayConfig config) {
        this.callers = callers;
        this.tokens = tokens;
        this.clock = clock;
        this.ticketsLife = config.sockets().recheck();
    }

    /** Uses a ticket up. */
    Identity look(Credential credential) {
        return switch (credential) {
            case Credential.None() -> new Identity.Refused(Reason.MISSING);
            case Credential.Unusable() -> new Identity.Refused(Reason.INVALID);
            case Credential.Token(var jwt) -> verified(tokens.verify(jwt.reveal(), TokenKind.USER));
            case Credential.Ticket(var ticket) ->
                read(
                        callers.byTicket(ticket),
                        new Proof.Ticket(),
                        clock.instant().plus(ticketsLife));
            case Credential.Cookie(var value, var userAgent) ->
                read(callers.byCookie(value, userAgent), new Proof.Cookie(value, userAgent), null);
        };
    }

    private static Identity verified(TokenCheck<UserClaims> check) {
        return switch (check) {
            case TokenCheck.Accepted<UserClaims>(var claims) ->
                known(claims.caller(false), new Proof.Token(), claims.expiresAt());
            case TokenCheck.Refused<UserClaims> _ -> new Identity.Refused(Reason.INVALID);
            case TokenCheck.Unknown<UserClaims> _ -> new Identity.Unknown();
        };
    }

    private static Identity read(CallerCheck check, Proof proof, @Nullable Instant expiresAt) {
        return switch (check) {
            case CallerCheck.Known(Caller.User user) -> known(user, proof, expiresAt);
            case CallerCheck.Known _ -> new Identity.Refused(Reason.INVALID);
            case CallerCheck.Refused(var code) ->
                new Identity.Refused(code.equals("SESSION_EXPIRED") ? Reason.SESSION_OVER : Reason.INVALID);
            case CallerCheck.Limited _, CallerCheck.Unknown _ -> new Identity.Unknown();
        };
    }

    private static Identity known(Caller.User user, Proof proof, @Nullable Instant expiresAt) {
        // A visit that may only sign in is nobody here.
        return user.isPending()
                ? new Identity.Refused(Reason.MISSING)
                : new Identity.Known(
                        new Identified(user.userId(), user.sessionId(), user.group(), user.roles(), expiresAt, proof));
    }
}
