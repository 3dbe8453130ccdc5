package io.flotilla.auth.login;

import io.flotilla.auth.refresh.RefreshTokens;
import io.flotilla.auth.signin.EndReason;
import io.flotilla.auth.signin.WhenEnded;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Refresh tokens die with the sessions. */
@Singleton
final class RefreshTokensEnd implements WhenEnded {
    private final RefreshTokens tokens;
    private final InstantSource clock;

    RefreshTokensEnd(RefreshTokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public void ended(String userId, EndReason reason) {
        tokens.killAllOf(userId, clock.instant());
    }
}
