package io.flotilla.auth.oidc;

import io.flotilla.auth.outbound.OutboundHttp;
import io.flotilla.auth.signin.SignInProviders;
import io.flotilla.kit.config.KitConfig;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The providers of this installation; none where {@code oidc} is not among its authenticators. */
@Singleton
public final class Providers implements SignInProviders {
    private final Map<String, ProviderLink> byId = new TreeMap<>();

    public Providers(OidcConfig config, KitConfig kit, OutboundHttp http, InstantSource clock) {
        if (kit.authenticators().contains("oidc")) {
            config.providers().forEach((id, one) -> byId.put(id, ProviderLink.to(id, one, http, clock)));
        }
    }

    Optional<ProviderLink> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public List<SignInProviders.Provider> providers() {
        return byId.values().stream()
                .map(link -> new SignInProviders.Provider(
                        link.provider().id(), link.provider().title()))
                .toList();
    }
}
