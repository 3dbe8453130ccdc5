package io.flotilla.gateway;

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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Auth-service's exchanges, played from a script: cookies belong to one browser, tickets work once, tokens end soon. */
@Singleton
public class ScriptedExchanges implements CookieExchange, TicketExchange {
    public static final String BROWSER = "Firefox of the tests";

    /** Somebody with a user session. */
    public record Visitor(String userId, String sessionId) {
        /** Somebody new. */
        public static Visitor any() {
            var name = UUID.randomUUID().toString().substring(0, 8);
            return new Visitor("u-" + name, "s-" + name);
        }

        /** An access token that lives long enough for any test. */
        public String bearer(String... roles) {
            return TestTokens.current()
                    .user(userId, sessionId, "hash", roles.length == 0 ? new String[] {"user"} : roles);
        }
    }

    private final Map<String, Visitor> cookies = new ConcurrentHashMap<>();
    private final Map<String, Visitor> tickets = new ConcurrentHashMap<>();
    private final Set<String> over = ConcurrentHashMap.newKeySet();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean away;
    private volatile long delayMs;

    public String cookie(Visitor visitor) {
        var cookie = "c-" + UUID.randomUUID();
        cookies.put(cookie, visitor);
        return cookie;
    }

    public String ticket(Visitor visitor) {
        var ticket = "tk_" + Secret.random().reveal();
        tickets.put(ticket, visitor);
        return ticket;
    }

    public void end(String cookie) {
        over.add(cookie);
    }

    public void away(boolean now) {
        away = now;
    }

    /** From now on each exchange takes so long; counting begins anew. */
    public void slow(long ms) {
        delayMs = ms;
        most.set(0);
        asked.set(0);
    }

    /** The most exchanges that were under way at the same moment. */
    public int mostAtOnce() {
        return most.get();
    }

    public int asked() {
        return asked.get();
    }

    @Override
    public Exchanged exchangeCookie(Secret cookie, @Nullable String userAgent) {
        asked.incrementAndGet();
        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            if (delayMs > 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delayMs));
            }
            return exchanged(cookie, userAgent);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private Exchanged exchanged(Secret cookie, @Nullable String userAgent) {
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
