package io.flotilla.auth.refresh;

import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import io.flotilla.auth.config.AuthConfig;
import io.flotilla.auth.exchange.SessionTokens;
import io.flotilla.auth.exchange.UserSessions;
import io.flotilla.auth.token.SignedToken;
import io.flotilla.auth.token.Signer;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/** Begins families of refresh tokens, and turns one token into the next as long as its user session lives. Blocks. */
@Singleton
public final class RefreshSession {
    private static final String PREFIX = "rt_";
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private final RefreshTokens tokens;
    private final UserSessions sessions;
    private final Accounts accounts;
    private final Reuse reuse;
    private final Signer signer;
    private final InstantSource clock;
    private final Duration idle;
    private final Duration absolute;

    public RefreshSession(
            RefreshTokens tokens,
            UserSessions sessions,
            Accounts accounts,
            Reuse reuse,
            Signer signer,
            InstantSource clock,
            AuthConfig config) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.accounts = accounts;
        this.reuse = reuse;
        this.signer = signer;
        this.clock = clock;
        this.idle = config.refresh().idle();
        this.absolute = config.refresh().absolute();
    }

    /** An access token, and what gets the next one. */
    public record Pair(SignedToken access, Secret refresh) {}

    /** The first refresh token of a user session. */
    public Secret begin(String sessionId, String userId) {
        var now = clock.instant();
        var family = new Family(sessionId, userId, now.plus(absolute));
        var first = fresh();
        tokens.begin(family, first, end(family, now));
        return first;
    }

    /**
     * Uses the token up. Empty when it opens nothing; if it was used before, its family and its user session are over then. Two clients
     * that use the same token at the same moment cannot be told from a thief and its victim, and fare the same.
     */
    public Optional<Pair> refresh(Secret token, String address) {
        if (!SHAPE.matcher(token.reveal()).matches()) {
            return Optional.empty();
        }
        return switch (tokens.look(token, clock.instant())) {
            case Worth.Worthless() -> Optional.empty();
            case Worth.Used(var family) -> stolen(family, address);
            case Worth.Good(var family) -> next(token, family, address);
        };
    }

    /** Everything that may fail comes before the token is used up: its holder has no other. */
    private Optional<Pair> next(Secret token, Family family, String address) {
        var access = access(family);
        if (access.isEmpty()) {
            var _ = tokens.kill(family.sessionId(), clock.instant());
            return Optional.empty();
        }
        var now = clock.instant();
        var next = fresh();
        return switch (tokens.rotate(token, now, next, end(family, now))) {
            case Worth.Good(Family _) -> Optional.of(new Pair(access.get(), next));
            case Worth.Used(Family _) -> stolen(family, address);
            case Worth.Worthless() -> Optional.empty();
        };
    }

    private Optional<SignedToken> access(Family family) {
        if (accounts.find(family.userId()).filter(Account::isActive).isEmpty()) {
            return Optional.empty();
        }
        return sessions.find(family.sessionId()).flatMap(session -> SessionTokens.of(session, clock.instant())
                .map(user -> signer.sign(user, session.expiresAt())));
    }

    private Optional<Pair> stolen(Family family, String address) {
        reuse.of(family, address);
        return Optional.empty();
    }

    private Instant end(Family family, Instant now) {
        var end = now.plus(idle);
        return end.isBefore(family.endsAt()) ? end : family.endsAt();
    }

    private static Secret fresh() {
        return Secret.of(PREFIX + Secret.random().reveal());
    }
}
