package io.flotilla.auth.outbound;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/**
 * Checks the tokens of one issuer elsewhere (RFC 7519): signed with one of the keys that it publishes, by an algorithm of ours, for us, and
 * valid now. Keys are kept for an hour; a strange key id makes them be fetched again, at most twice a minute. What a token's header says
 * of where keys are is not looked at. Safe for many threads; may block.
 */
public final class ForeignTokens {
    private static final int LONGEST = 8192;
    private static final int CLOCK_SKEW_SECONDS = 30;
    private static final Duration KEEP_KEYS = Duration.ofHours(1);
    private static final Duration FETCH_AT_MOST_EVERY = Duration.ofSeconds(30);
    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.EDDSA);

    private final String issuer;
    private final String audience;
    private final HttpsJwks keys;
    private final InstantSource clock;

    public ForeignTokens(String issuer, String audience, URI jwks, OutboundHttp http, InstantSource clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
        this.keys = new HttpsJwks(jwks.toString());
        keys.setSimpleHttpGet(get(http));
        keys.setDefaultCacheDuration(KEEP_KEYS.toSeconds());
        keys.setRetainCacheOnErrorDuration(KEEP_KEYS.toSeconds());
        keys.setRefreshReprieveThreshold(FETCH_AT_MOST_EVERY.toMillis());
    }

    /** What looking at a token came to. */
    public sealed interface Check {
        record Valid(JwtClaims claims) implements Check {}

        record Invalid() implements Check {}

        /** The issuer gives no keys. */
        record Away() implements Check {}
    }

    /** Never throws. */
    public Check check(String jwt) {
        if (jwt.length() > LONGEST || jwt.chars().filter(c -> c == '.').count() != 2) {
            return new Check.Invalid();
        }
        var consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ALGORITHMS)
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                .setExpectedIssuer(true, issuer)
                .setExpectedAudience(true, audience)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
        try {
            return new Check.Valid(consumer.processToClaims(jwt));
        } catch (InvalidJwtException e) {
            return isOutage(e) ? new Check.Away() : new Check.Invalid();
        }
    }

    private static boolean isOutage(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static SimpleGet get(OutboundHttp http) {
        return location -> {
            var answer = http.get(URI.create(location));
            if (answer.status() != 200) {
                throw new IOException("the issuer's keys answer " + answer.status());
            }
            return new Keys(answer.body());
        };
    }

    /** As the library wants it: without headers, so that keys are kept as long as we say. */
    private record Keys(String body) implements SimpleResponse {
        @Override
        public int getStatusCode() {
            return 200;
        }

        @Override
        public String getStatusMessage() {
            return "OK";
        }

        @Override
        public List<String> getHeaderNames() {
            return List.of();
        }

        @Override
        public List<String> getHeaderValues(String name) {
            return List.of();
        }

        @Override
        public String getBody() {
            return body;
        }
    }
}
