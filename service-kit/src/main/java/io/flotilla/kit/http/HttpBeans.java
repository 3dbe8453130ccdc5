package io.flotilla.kit.http;

import io.flotilla.kit.config.KitConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Wires what this package decides by from configuration. */
@Singleton
final class HttpBeans {
    @Produces
    @Singleton
    TrustedProxies trustedProxies(KitConfig config) {
        return TrustedProxies.of(config.trustedProxies().orElse(List.of()));
    }
}
