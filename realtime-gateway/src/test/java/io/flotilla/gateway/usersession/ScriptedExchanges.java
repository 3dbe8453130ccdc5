package io.flotilla.gateway.usersession;

import io.flotilla.kit.identity.CookieExchange;
import io.flotilla.kit.identity.Exchanged;
import io.flotilla.kit.identity.TicketExchange;
import io.flotilla.kit.secret.Secret;
import io.flotilla.testkit.TestTokens;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Auth-service's exchanges, played from a script: cookies belong to one browser, tickets work once, tokens end soon. */
@Singleton
public class ScriptedExchanges implements CookieExchange, TicketExchange {
    static final String BROWSER = "Firefox of the tests";

    private final Map<String, Visitor> cookies = new ConcurrentHashMap<>();
    private final Map<String, Visitor> tickets = new ConcurrentHashMap<>();
    private final Set<String> over = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    String cookie(Visitor visitor) {
        var cookie = "c-" + UUID.randomUUID();
        cookies.put(cookie, visitor);
        return cookie;
    }

    String ticket(Visitor visitor) {
        var ticket = "tk_" + Secret.random().reveal();
        tickets.put(ticket, visitor);
        return ticket;
    }

    void end(String cookie) {
        over.add(cookie);
    }

    void away(boolean now) {
        away = now;
    }

    @Override
    public Exchanged exchangeCookie(Secret cookie, @Nullable String userAgent) {
        if (away) {
            return new Exchanged.Away("scripted");
        }
        var visitor = cookies.get(cookie.reveal());
        if (visitor == null || !BROWSER.equals(userAgent)) {
            return new Exchanged.Refused("SESSION_REQUIRED");
        }
        return over.contains(cookie.reveal()) ? new Exchanged.Refused("SESSION_EXPIRED") : token(visitor);
    }

    @Override
    public Exchanged exchangeTicket(Secret ticket) {
        var visitor = tickets.remove(ticket.reveal());
        return visitor == null ? new Exchanged.Refused("SESSION_REQUIRED") : token(visitor);
    }

    private static Exchanged token(Visitor visitor) {
        var claims = Jwt.claims()
                .issuer("flotilla")
                .audience("flotilla")
                .subject(visitor.userId())
                .claim("sid", visitor.sessionId())
                .claim("grp", visitor.userId())
                .claim("csrf", "hash")
                .groups("user");
        return new Exchanged.Token(Secret.of(TestTokens.current().sign(claims, "at+jwt", Duration.ofSeconds(2))));
    }
}
