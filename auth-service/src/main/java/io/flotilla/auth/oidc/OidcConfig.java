package io.flotilla.auth.oidc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Providers by name: {@code flotilla.oidc.acme.issuer} is {@code FLOTILLA_OIDC_ACME_ISSUER} in the environment. */
@ConfigMapping(prefix = "flotilla.oidc")
public interface OidcConfig {
    @WithParentName
    Map<String, Provider> providers();

    /** One provider. */
    interface Provider {
        /** Its issuer identifier: under it is {@code /.well-known/openid-configuration}. */
        String issuer();

        String clientId();

        /** None for a public client. */
        Optional<String> clientSecret();

        /** For the button; the name where there is none. */
        Optional<String> title();

        @WithDefault("openid,profile,email")
        List<String> scopes();
    }
}
