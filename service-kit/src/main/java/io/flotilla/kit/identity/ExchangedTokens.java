package io.flotilla.kit.identity;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.identity.TokenClaims.UserClaims;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.revocation.Revocations;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges remembered by the hash of what was exchanged, until the token ends; refusals for seconds, outages not at all. Callers with the
 * same credential at the same time share one exchange. Revocation is asked anew at every use. The user agent belongs to the key, because
 * it belongs to what is vouched for: a stolen cookie under another browser's name is not served from here.
 */
@Singleton
public final class ExchangedTokens {
    private final CookieExchange cookies;
    private final ApiKeyExchange apiKeys;
    private final TokenVerifier verifier;
    private final Revocations revocations;
    private final InstantSource clock;
    private final ExchangeMetrics metrics;
    private final Duration rememberRefusals;
    private final AsyncCache<String, Entry> cache;

    public ExchangedTokens(
            CookieExchange cookies,
            ApiKeyExchange apiKeys,
            TokenVerifier verifier,
            Revocations revocations,
            InstantSource clock,
            ExchangeMetrics metrics,
            KitConfig config) {
        this.cookies = cookies;
        this.apiKeys = apiKeys;
        this.verifier = verifier;
        this.revocations = revocations;
        this.clock = clock;
        this.metrics = metrics;
        this.rememberRefusals = config.exchange().rememberRefusals();
        // A new virtual thread each: an exchange waits for the network, and nothing else should wait for it.
        Executor threads = task -> Thread.ofVirtual().start(task);
        this.cache = Caffeine.newBuilder()
                .maximumSize(config.exchange().maxEntries())
                .executor(threads)
                .expireAfter(Expiry.<String, Entry>creating((key, entry) -> life(entry)))
                .buildAsync();
    }

    CallerCheck byCookie(Secret cookie, @Nullable String userAgent) {
        var key = "cookie:"
                + Secret.of(cookie.reveal() + "\n" + (userAgent == null ? "" : userAgent))
                        .sha256Hex();
        return lookUp(key, true, () -> metrics.timed("cookie", () -> cookies.exchangeCookie(cookie, userAgent)));
    }

    CallerCheck byApiKey(Secret apiKey, String clientAddress) {
        return lookUp(
                "key:" + apiKey.sha256Hex(),
                false,
                () -> metrics.timed("api-key", () -> apiKeys.exchangeApiKey(apiKey, clientAddress)));
    }

    private CallerCheck lookUp(String key, boolean byCookie, Supplier<Exchanged> exchange) {
        var entry = held(key, exchange);
        if (entry.claims() != null && !entry.claims().expiresAt().isAfter(clock.instant())) {
            cache.synchronous().invalidate(key);
            entry = held(key, exchange);
        }
        if (entry.claims() == null) {
            return entry.otherwise();
        }
        try {
            return revocations.isRevoked(entry.claims().sessionId())
                    ? new CallerCheck.Refused("SESSION_EXPIRED")
                    : new CallerCheck.Known(entry.claims().caller(byCookie));
        } catch (Unavailable e) {
            return new CallerCheck.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private Entry held(String key, Supplier<Exchanged> exchange) {
        var asked = new AtomicBoolean();
        var entry = cache.get(key, ignored -> {
            asked.set(true);
            return read(exchange.get());
        });
        var found = entry.join();
        metrics.looked(!asked.get());
        return found;
    }

    private Entry read(Exchanged exchanged) {
        return switch (exchanged) {
            case Exchanged.Refused(var code) -> Entry.refused(code);
            case Exchanged.Limited(var seconds) -> new Entry(null, new CallerCheck.Limited(seconds));
            case Exchanged.Away(var reason) -> Entry.unknown(reason);
            case Exchanged.Token(var jwt) ->
                switch (verifier.verify(jwt.reveal(), TokenKind.USER)) {
                    case TokenCheck.Accepted<UserClaims>(var claims) ->
                        new Entry(claims, new CallerCheck.Refused("SESSION_EXPIRED"));
                    case TokenCheck.Refused<UserClaims> _ -> Entry.refused("SESSION_EXPIRED");
                    case TokenCheck.Unknown<UserClaims>(var reason) -> Entry.unknown(reason);
                };
        };
    }

    /** An outage lives for nobody but those who waited for the same exchange. */
    private Duration life(Entry entry) {
        if (entry.claims() == null) {
            return entry.otherwise() instanceof CallerCheck.Refused ? rememberRefusals : Duration.ZERO;
        }
        var left = Duration.between(clock.instant(), entry.claims().expiresAt());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Either claims, or what to say instead. */
    private record Entry(@Nullable UserClaims claims, CallerCheck otherwise) {
        static Entry refused(String code) {
            return new Entry(null, new CallerCheck.Refused(code));
        }

        static Entry unknown(String reason) {
            return new Entry(null, new CallerCheck.Unknown(reason));
        }
    }
}
