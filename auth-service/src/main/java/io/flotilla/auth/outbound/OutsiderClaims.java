package io.flotilla.auth.outbound;

import io.flotilla.auth.exchange.Outsider;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/** Who a checked token of another issuer speaks of (OpenID Connect Core, section 5.1); pure. */
public final class OutsiderClaims {
    private static final int LONGEST = 254;

    private OutsiderClaims() {}

    /** Empty where issuer or subject is none that we keep. An e-mail address counts only where the issuer says that it is verified. */
    public static Optional<Outsider> of(JwtClaims claims) {
        var issuer = text(claims, "iss");
        var subject = text(claims, "sub");
        if (issuer == null || subject == null || !Outsider.isId(issuer) || !Outsider.isId(subject)) {
            return Optional.empty();
        }
        boolean verified = Boolean.TRUE.equals(claims.getClaimValue("email_verified"));
        var name = text(claims, "preferred_username");
        return Optional.of(new Outsider(
                issuer, subject, name == null ? text(claims, "name") : name, verified ? text(claims, "email") : null));
    }

    private static @Nullable String text(JwtClaims claims, String name) {
        return claims.getClaimValue(name) instanceof String text
                        && (text.length() <= LONGEST || name.equals("iss") || name.equals("sub"))
                ? text
                : null;
    }
}
