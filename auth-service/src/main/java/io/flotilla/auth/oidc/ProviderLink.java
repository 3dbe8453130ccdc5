package io.flotilla.auth.oidc;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.flotilla.auth.outbound.ForeignTokens;
import io.flotilla.auth.outbound.OutboundHttp;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One provider as it describes itself (OpenID Connect Discovery): asked for at first use and again after an hour; a failure is remembered
 * for some seconds, so that nobody waits in line for a provider that is away. Safe for many threads; blocks.
 */
final class ProviderLink {
    private static final Duration KEEP = Duration.ofHours(1);
    private static final Duration KEEP_FAILURE = Duration.ofSeconds(5);

    private final Provider provider;
    private final OutboundHttp http;
    private final InstantSource clock;
    private final ReentrantLock asking = new ReentrantLock();

    private volatile @Nullable Described described;
    private volatile Instant failedAt = Instant.MIN;

    ProviderLink(Provider provider, OutboundHttp http, InstantSource clock) {
        this.provider = provider;
        this.http = http;
        this.clock = clock;
    }

    static ProviderLink to(String id, OidcConfig.Provider config, OutboundHttp http, InstantSource clock) {
        return new ProviderLink(Provider.of(id, config), http, clock);
    }

    /** How the provider describes itself, and the check of its ID tokens. */
    record Described(OIDCProviderMetadata metadata, ForeignTokens idTokens, Instant at) {}

    Provider provider() {
        return provider;
    }

    Described describe() throws ProviderAway {
        var known = young();
        if (known != null) {
            return known;
        }
        asking.lock();
        try {
            known = young();
            if (known != null) {
                return known;
            }
            if (failedAt.isAfter(clock.instant().minus(KEEP_FAILURE))) {
                throw new ProviderAway("it failed a moment ago");
            }
            failedAt = clock.instant();
            var fresh = ask();
            described = fresh;
            failedAt = Instant.MIN;
            return fresh;
        } finally {
            asking.unlock();
        }
    }

    private Described ask() throws ProviderAway {
        try {
            var answer = http.get(provider.discovery());
            if (answer.status() != 200) {
                throw new ProviderAway("its description answers " + answer.status());
            }
            var metadata = OIDCProviderMetadata.parse(answer.body());
            if (!metadata.getIssuer().getValue().equals(provider.issuer())) {
                throw new ProviderAway("it describes itself as another issuer");
            }
            var keys = usable(metadata.getJWKSetURI());
            var _ = usable(metadata.getAuthorizationEndpointURI());
            var _ = usable(metadata.getTokenEndpointURI());
            var tokens = new ForeignTokens(provider.issuer(), provider.clientId(), keys, http, clock);
            return new Described(metadata, tokens, clock.instant());
        } catch (IOException | GeneralException e) {
            throw new ProviderAway("its description cannot be had", e);
        }
    }

    private URI usable(@Nullable URI endpoint) throws ProviderAway {
        if (endpoint == null || !provider.mayUse(endpoint)) {
            throw new ProviderAway("it names an address that is missing or not safe");
        }
        return endpoint;
    }

    private @Nullable Described young() {
        var known = described;
        return known != null && known.at().plus(KEEP).isAfter(clock.instant()) ? known : null;
    }
}
