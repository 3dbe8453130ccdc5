package io.flotilla.auth.login;

import io.flotilla.kit.limit.LimitClass;
import io.flotilla.kit.limit.LimitRules;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** What the routes of this service count as ({@code contracts/limits.md}). The token route counts by itself: by what it is shown. */
@Singleton
public final class AuthLimitRules implements LimitRules {
    private static final String ROOT = "/api/auth/";
    private static final Set<String> SIGN_IN = Set.of("register", "login", "password");

    @Override
    public Optional<LimitClass> of(String method, String path) {
        if (!path.startsWith(ROOT)) {
            return Optional.empty();
        }
        var route = path.substring(ROOT.length());
        if (route.equals("token") || (route.startsWith("oidc/") && route.endsWith("/callback"))) {
            return Optional.empty();
        }
        if (route.startsWith("oidc/")) {
            return Optional.of(LimitClass.SIGN_IN);
        }
        return switch (method) {
            case "POST" -> Optional.of(SIGN_IN.contains(route) ? LimitClass.SIGN_IN : LimitClass.WRITES);
            case "PUT", "PATCH", "DELETE" -> Optional.of(LimitClass.WRITES);
            default -> Optional.of(LimitClass.INFO);
        };
    }
}
