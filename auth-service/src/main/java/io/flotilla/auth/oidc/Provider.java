package io.flotilla.auth.oidc;

import io.flotilla.kit.secret.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A provider as the operator names it; throws {@link IllegalArgumentException} for what cannot be one. */
record Provider(
        String id, String title, String issuer, String clientId, Optional<Secret> clientSecret, List<String> scopes) {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,32}");

    Provider {
        scopes = List.copyOf(scopes);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an OpenID provider's name has 1 to 32 of a-z, 0-9 and -: " + id);
        }
        var scheme = URI.create(issuer).getScheme();
        if (!"https".equals(scheme) && !"http".equals(scheme)) {
            throw new IllegalArgumentException("the issuer of " + id + " is no URL");
        }
        if (!scopes.contains("openid")) {
            throw new IllegalArgumentException("the scopes of " + id + " need openid");
        }
    }

    static Provider of(String id, OidcConfig.Provider config) {
        return new Provider(
                id,
                config.title().orElse(id),
                config.issuer(),
                config.clientId(),
                config.clientSecret().map(Secret::of),
                config.scopes());
    }

    URI discovery() {
        return URI.create((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer)
                + "/.well-known/openid-configuration");
    }

    /** What it tells of its own addresses must not be less safe than the issuer is. */
    boolean mayUse(URI endpoint) {
        return "https".equals(endpoint.getScheme())
                || ("http".equals(endpoint.getScheme()) && issuer.startsWith("http:"));
    }
}
