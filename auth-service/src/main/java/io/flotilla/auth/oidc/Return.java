package io.flotilla.auth.oidc;

import io.flotilla.kit.secret.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a browser brings back from a provider; all of it untrusted.
 *
 * @param browser what it kept since its departure
 * @param issuer who the provider says it is (RFC 9207)
 */
record Return(
        @Nullable String state,
        @Nullable String code,
        @Nullable String error,
        @Nullable String issuer,
        @Nullable Secret browser,
        URI callback) {}
