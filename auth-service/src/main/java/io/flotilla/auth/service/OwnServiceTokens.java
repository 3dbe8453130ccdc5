package io.flotilla.auth.service;

import io.flotilla.auth.token.SignedToken;
import io.flotilla.auth.token.Signer;
import io.flotilla.auth.token.Token;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.identity.ServiceTokens;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** This service's own token: it signs one for itself. */
@Singleton
final class OwnServiceTokens implements ServiceTokens {
    private final Signer signer;
    private final InstantSource clock;
    private final String name;

    private volatile @Nullable Held held;

    OwnServiceTokens(Signer signer, InstantSource clock, KitConfig config) {
        this.signer = signer;
        this.clock = clock;
        this.name = config.serviceName();
    }

    @Override
    public String bearer() {
        var present = held;
        var now = clock.instant();
        if (present == null || !present.renewAt().isAfter(now)) {
            var token = signer.sign(new Token.Service(name));
            present = new Held(token, now.plus(token.life().dividedBy(2)));
            held = present;
        }
        return present.token().jwt().reveal();
    }

    @Override
    public void forget() {
        held = null;
    }

    private record Held(SignedToken token, Instant renewAt) {}
}
