package io.flotilla.auth.grant;

import io.flotilla.kit.csrf.CsrfToken;
import io.flotilla.kit.identity.Caller;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a page may turn its cookie into a token; pure. The token endpoint looks for itself where the other routes have a filter, because
 * here a cookie is only one of several credentials, and the others need no CSRF token.
 *
 * @param origins those of our own pages and of those we trust
 */
record CookieCsrf(
        @Nullable String token,
        @Nullable String fetchSite,
        @Nullable String origin,
        Set<String> origins) {
    boolean allows(Caller caller) {
        boolean foreign = "cross-site".equals(fetchSite)
                || (origin != null && !origin.equals("null") && !origins.contains(origin));
        return !foreign && caller instanceof Caller.User user && CsrfToken.matches(token, user.csrfHash());
    }
}
