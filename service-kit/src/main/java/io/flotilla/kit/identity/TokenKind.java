package io.flotilla.kit.identity;

import java.util.Set;
import java.util.regex.Pattern;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jspecify.annotations.Nullable;

/** What a token is for; it is read as nothing else. */
public final class TokenKind<C extends TokenClaims> {
    public static final TokenKind<TokenClaims.UserClaims> USER =
            new TokenKind<>("at+jwt", "flotilla", TokenKind::userClaims);
    public static final TokenKind<TokenClaims.ServiceClaims> SERVICE =
            new TokenKind<>("service+jwt", "flotilla-services", TokenKind::serviceClaims);
    public static final TokenKind<TokenClaims.ParticipantClaims> PARTICIPANT =
            new TokenKind<>("participant+jwt", "flotilla-media", TokenKind::participantClaims);

    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final String type;
    private final String audience;
    private final Reader<C> reader;

    private TokenKind(String type, String audience, Reader<C> reader) {
        this.type = type;
        this.audience = audience;
        this.reader = reader;
    }

    /** The header's {@code typ}. */
    public String type() {
        return type;
    }

    /** The claim {@code aud}. */
    public String audience() {
        return audience;
    }

    C read(JwtClaims claims) throws MalformedClaimException {
        return reader.read(claims);
    }

    @Override
    public String toString() {
        return type;
    }

    private static TokenClaims.UserClaims userClaims(JwtClaims claims) throws MalformedClaimException {
        return new TokenClaims.UserClaims(
                subject(claims),
                expiry(claims),
                needed(claims, "sid"),
                needed(claims, "grp"),
                claims.hasClaim("groups") ? Set.copyOf(claims.getStringListClaimValue("groups")) : Set.of(),
                optional(claims, "csrf"),
                optional(claims, "tenant"));
    }

    private static TokenClaims.ServiceClaims serviceClaims(JwtClaims claims) throws MalformedClaimException {
        return new TokenClaims.ServiceClaims(subject(claims), expiry(claims));
    }

    private static TokenClaims.ParticipantClaims participantClaims(JwtClaims claims) throws MalformedClaimException {
        return new TokenClaims.ParticipantClaims(
                subject(claims),
                expiry(claims),
                needed(claims, "pid"),
                needed(claims, "vm"),
                needed(claims, "vms"),
                needed(claims, "role"),
                needed(claims, "name"),
                optional(claims, "sid"));
    }

    /** An id or a service's name: printable, without spaces, of bounded length. */
    private static String subject(JwtClaims claims) throws MalformedClaimException {
        var subject = needed(claims, "sub");
        if (!SUBJECT.matcher(subject).matches()) {
            throw new MalformedClaimException("an odd sub");
        }
        return subject;
    }

    private static java.time.Instant expiry(JwtClaims claims) throws MalformedClaimException {
        NumericDate end = claims.getExpirationTime();
        return java.time.Instant.ofEpochSecond(end.getValue());
    }

    private static String needed(JwtClaims claims, String name) throws MalformedClaimException {
        var value = claims.getStringClaimValue(name);
        if (value == null || value.isEmpty()) {
            throw new MalformedClaimException("no " + name);
        }
        return value;
    }

    private static @Nullable String optional(JwtClaims claims, String name) throws MalformedClaimException {
        var value = claims.getStringClaimValue(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private interface Reader<C> {
        C read(JwtClaims claims) throws MalformedClaimException;
    }
}
