package io.flotilla.session.signin;

import io.flotilla.kit.secret.Secret;
import io.flotilla.session.usersession.Browser;
import io.flotilla.session.usersession.Holder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What auth-service tells of somebody who signed in, as it comes over the wire. */
public record SignedIn(
        @Nullable String userId,
        @Nullable String username,
        @Nullable String email,
        @Nullable List<String> roles,
        @Nullable String method,
        @Nullable String cookie,
        @Nullable Boolean cookieless,
        @Nullable String userAgent,
        @Nullable String acceptLanguage,
        @Nullable String address) {
    /** Empty when something is missing. */
    Optional<Arrival> arrival() {
        if (userId == null || userId.isBlank() || roles == null || roles.isEmpty() || method == null) {
            return Optional.empty();
        }
        return Optional.of(new Arrival(
                Holder.account(userId, Set.copyOf(roles), username, email),
                method,
                cookie == null ? null : Secret.of(cookie),
                Boolean.TRUE.equals(cookieless),
                Browser.of(userAgent, acceptLanguage, address)));
    }

    /** A cookie must not get into a log. */
    @Override
    public String toString() {
        return "SignedIn[" + userId + "]";
    }
}
