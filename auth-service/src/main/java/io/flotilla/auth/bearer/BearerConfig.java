package io.flotilla.auth.bearer;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Whose tokens sign people in; {@code FLOTILLA_BEARER_ISSUER}, {@code _JWKS_URL} and {@code _AUDIENCE}, all or none. */
@ConfigMapping(prefix = "flotilla.bearer")
public interface BearerConfig {
    /** What tokens have as {@code iss}. */
    Optional<String> issuer();

    /** Where the issuer publishes its keys. */
    Optional<URI> jwksUrl();

    /** What tokens for us have as {@code aud}. */
    Optional<String> audience();
}
