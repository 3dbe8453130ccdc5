package io.flotilla.auth.signin;

import io.flotilla.kit.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * How and from where somebody signs in.
 *
 * @param method {@code password}, {@code basic}, {@code bearer}, {@code oidc:{provider}}…, as audit entries have it
 * @param cookie what the browser sent: its anonymous session is carried over, any other ended
 * @param cookieless for API clients, which get no cookie
 */
public record SignInContext(
        String method,
        @Nullable Secret cookie,
        boolean cookieless,
        @Nullable String userAgent,
        @Nullable String acceptLanguage,
        String address) {}
