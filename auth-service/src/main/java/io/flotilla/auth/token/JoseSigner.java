package io.flotilla.auth.token;

import io.flotilla.auth.config.AuthConfig;
import io.flotilla.auth.key.KeyRing;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.id.IdSource;
import io.flotilla.kit.secret.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs with the ring's present key (EdDSA over Ed25519). */
@Singleton
public final class JoseSigner implements Signer {
    private final KeyRing keys;
    private final AuthConfig.Tokens lives;
    private final String issuer;
    private final IdSource ids;
    private final InstantSource clock;
    private final MeterRegistry meters;

    public JoseSigner(
            KeyRing keys, AuthConfig config, KitConfig kit, IdSource ids, InstantSource clock, MeterRegistry meters) {
        this.keys = keys;
        this.lives = config.tokens();
        this.issuer = kit.issuer();
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public SignedToken sign(Token token) {
        return sign(token, Instant.MAX);
    }

    @Override
    public SignedToken sign(Token token, Instant latest) {
        var now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        var end = now.plus(life(token));
        if (latest.isBefore(end)) {
            end = latest;
        }
        var life = Duration.between(now, end);
        if (life.toSeconds() < 1) {
            throw new IllegalArgumentException("the token would be over before it is used");
        }
        var signed = new SignedToken(jws(claims(token, now, end), token.kind().type()), life);
        meters.counter("flotilla.tokens.issued", "kind", token.kind().type()).increment();
        return signed;
    }

    private Duration life(Token token) {
        return switch (token) {
            case Token.User _ -> lives.user();
            case Token.Service _ -> lives.service();
            case Token.Participant _ -> lives.participant();
        };
    }

    private JwtClaims claims(Token token, Instant now, Instant end) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(token.kind().audience());
        claims.setSubject(token.subject());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
        claims.setJwtId(ids.readable());
        token.claims().forEach(claims::setClaim);
        return claims;
    }

    private Secret jws(JwtClaims claims, String type) {
        var key = keys.signing();
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jws.setKeyIdHeaderValue(key.id());
        jws.setHeader("typ", type);
        jws.setKey(key.privateKey());
        jws.setPayload(claims.toJson());
        try {
            return Secret.of(jws.getCompactSerialization());
        } catch (JoseException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }
}
