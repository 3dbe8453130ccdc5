package io.flotilla.kit.identity;

import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.identity.TokenClaims.ServiceClaims;
import io.flotilla.kit.identity.TokenClaims.UserClaims;
import io.flotilla.kit.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who is behind a credential. Blocks; safe for many threads; also for sockets, which no filter sees. Made at first use: filters
 * are made while the application is built, when there is no configuration yet.
 */
@ApplicationScoped
public class Callers {
    private static final String API_KEY = "sk_";
    private static final int LONGEST_KEY = 256;
    private static final Pattern TICKET = Pattern.compile("tk_[A-Za-z0-9_-]{43}");
    private static final Pattern USER_ID = Pattern.compile("[A-Za-z0-9._:@-]{1,128}");

    private final TokenVerifier verifier;
    private final ExchangedTokens exchanged;
    private final TicketExchange tickets;
    private final ExchangeMetrics metrics;
    private final String cookieName;

    public Callers(
            TokenVerifier verifier,
            ExchangedTokens exchanged,
            TicketExchange tickets,
            ExchangeMetrics metrics,
            KitConfig config) {
        this.verifier = verifier;
        this.exchanged = exchanged;
        this.tickets = tickets;
        this.metrics = metrics;
        this.cookieName = CookieName.of(config);
    }

    /** The name of the cookie that {@link #byCookie} understands. */
    public String cookieName() {
        return cookieName;
    }

    /** By what stands after {@code Bearer}: a user's or a service's token, or an API key. A participant's token is nobody's here. */
    public CallerCheck byBearer(String bearer, @Nullable String onBehalfOf, String clientAddress) {
        if (bearer.startsWith(API_KEY)) {
            return bearer.length() > LONGEST_KEY
                    ? new CallerCheck.Refused("SESSION_REQUIRED")
                    : exchanged.byApiKey(Secret.of(bearer), clientAddress);
        }
        return TokenType.isService(bearer)
                ? check(verifier.verify(bearer, TokenKind.SERVICE), claims -> service(claims, onBehalfOf))
                : check(verifier.verify(bearer, TokenKind.USER), Callers::user);
    }

    /** By the browser's cookie. */
    public CallerCheck byCookie(Secret cookie, @Nullable String userAgent) {
        return exchanged.byCookie(cookie, userAgent);
    }

    /** By a ticket, which is used up by asking; what cannot be one asks nobody. */
    public CallerCheck byTicket(Secret ticket) {
        if (!TICKET.matcher(ticket.reveal()).matches()) {
            return new CallerCheck.Refused("SESSION_REQUIRED");
        }
        return switch (metrics.timed("ticket", () -> tickets.exchangeTicket(ticket))) {
            case Exchanged.Token(var jwt) -> check(verifier.verify(jwt.reveal(), TokenKind.USER), Callers::user);
            case Exchanged.Refused(var code) -> new CallerCheck.Refused(code);
            case Exchanged.Limited(var seconds) -> new CallerCheck.Limited(seconds);
            case Exchanged.Away(var reason) -> new CallerCheck.Unknown(reason);
        };
    }

    private static Caller user(UserClaims claims) {
        return claims.caller(false);
    }

    private static Caller service(ServiceClaims claims, @Nullable String onBehalfOf) {
        boolean plausible = onBehalfOf != null && USER_ID.matcher(onBehalfOf).matches();
        return new Caller.Service(claims.subject(), plausible ? onBehalfOf : null);
    }

    private static <C extends TokenClaims> CallerCheck check(
            TokenCheck<C> check, java.util.function.Function<C, Caller> caller) {
        return switch (check) {
            case TokenCheck.Accepted<C>(var claims) -> new CallerCheck.Known(caller.apply(claims));
            case TokenCheck.Refused<C> _ -> new CallerCheck.Refused("SESSION_REQUIRED");
            case TokenCheck.Unknown<C>(var reason) -> new CallerCheck.Unknown(reason);
        };
    }
}
