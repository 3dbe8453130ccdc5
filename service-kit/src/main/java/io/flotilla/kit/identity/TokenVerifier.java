package io.flotilla.kit.identity;

import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.revocation.Revocations;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens as {@code contracts/tokens.md} says: one algorithm, keys only by id from auth-service, and issuer, audience, type and
 * times strictly. Safe for many threads; may block while keys are fetched, so not on an event loop.
 */
@Singleton
public final class TokenVerifier {
    private static final Logger log = Logger.getLogger(TokenVerifier.class);
    private static final int LONGEST = 4096;
    /** Anything else asks nobody for keys. */
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private static final int CLOCK_SKEW_SECONDS = 5;
    private static final List<String> NEVER_OURS = List.of("jwk", "jku", "x5u", "x5c", "crit");

    private final PublicKeys keys;
    private final Revocations revocations;
    private final InstantSource clock;
    private final String issuer;

    public TokenVerifier(PublicKeys keys, Revocations revocations, InstantSource clock, KitConfig config) {
        this.keys = keys;
        this.revocations = revocations;
        this.clock = clock;
        this.issuer = config.issuer();
    }

    /** Looks at a token that should be of that kind. Never throws. */
    public <C extends TokenClaims> TokenCheck<C> verify(String jwt, TokenKind<C> kind) {
        if (jwt.length() > LONGEST) {
            return new TokenCheck.Refused<>("longer than any of ours");
        }
        if (jwt.chars().filter(c -> c == '.').count() != 2) {
            return new TokenCheck.Refused<>("not a signed token");
        }
        try {
            var claims = kind.read(consumer(kind).processToClaims(jwt));
            var session = session(claims);
            if (session != null && revocations.isRevoked(session)) {
                return new TokenCheck.Refused<>("its session is revoked");
            }
            return new TokenCheck.Accepted<>(claims);
        } catch (Unavailable e) {
            return new TokenCheck.Unknown<>(String.valueOf(e.getMessage()));
        } catch (InvalidJwtException | MalformedClaimException e) {
            return isOurFault(e)
                    ? new TokenCheck.Unknown<>("auth-service gives no keys")
                    : new TokenCheck.Refused<>(e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            log.warnf("a token could not be read: %s", e.getClass().getName());
            return new TokenCheck.Refused<>("unreadable");
        }
    }

    private static @Nullable String session(TokenClaims claims) {
        return switch (claims) {
            case TokenClaims.UserClaims user -> user.sessionId();
            case TokenClaims.ParticipantClaims participant -> participant.sessionId();
            case TokenClaims.ServiceClaims _ -> null;
        };
    }

    private static boolean isOurFault(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unavailable) {
                return true;
            }
        }
        return false;
    }

    private JwtConsumer consumer(TokenKind<?> kind) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA))
                .setVerificationKeyResolver(this::key)
                .setExpectedType(true, kind.type())
                .setExpectedIssuer(true, issuer)
                .setExpectedAudience(true, kind.audience())
                .setRequireSubject()
                .setRequireExpirationTime()
                .setIssuedAtRestrictions(0, Integer.MAX_VALUE)
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }

    private Key key(JsonWebSignature jws, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        var keyId = jws.getKeyIdHeaderValue();
        if (keyId == null || !KEY_ID.matcher(keyId).matches() || !nesting.isEmpty()) {
            throw new UnresolvableKeyException("no key id of ours");
        }
        for (var header : NEVER_OURS) {
            if (jws.getHeaders().getObjectHeaderValue(header) != null) {
                throw new UnresolvableKeyException("has " + header);
            }
        }
        try {
            var key = keys.find(keyId);
            if (key == null) {
                throw new UnresolvableKeyException("unknown key");
            }
            return key;
        } catch (Unavailable e) {
            throw new UnresolvableKeyException("auth-service gives no keys", e);
        }
    }
}
