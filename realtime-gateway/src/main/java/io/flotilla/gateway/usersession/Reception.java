package io.flotilla.gateway.usersession;

import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.identity.CallerCheck;
import jakarta.inject.Singleton;

/** Finds out whose user session a socket would stand behind. Blocks; thread-safe. */
@Singleton
final class Reception {
    private final Credentials credentials;

    Reception(Credentials credentials) {
        this.credentials = credentials;
    }

    Identity identify(Proof proof) {
        return switch (proof) {
            case Proof.None() -> new Identity.Refused(CloseCode.UNAUTHORIZED);
            case Proof.Cookie(var value, var userAgent) -> read(credentials.byCookie(value, userAgent));
            case Proof.Ticket(var value) -> read(credentials.byTicket(value));
        };
    }

    private static Identity read(CallerCheck check) {
        return switch (check) {
            case CallerCheck.Known(Caller.User user)
            when !user.isPending() -> new Identity.Known(new Visitor(user.userId(), user.sessionId()));
            case CallerCheck.Known _ -> new Identity.Refused(CloseCode.UNAUTHORIZED);
            case CallerCheck.Refused(var code) ->
                new Identity.Refused(code.equals("SESSION_EXPIRED") ? CloseCode.SESSION_OVER : CloseCode.UNAUTHORIZED);
            case CallerCheck.Limited _, CallerCheck.Unknown _ -> new Identity.Unknown();
        };
    }
}
