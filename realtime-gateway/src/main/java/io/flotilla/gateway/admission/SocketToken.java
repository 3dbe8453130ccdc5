package io.flotilla.gateway.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.flotilla.gateway.protocol.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a player offers as its token: a participant's JWT, a VM's embed token, or nothing of use. Never printed. */
public sealed interface SocketToken {
    Pattern EMBED = Pattern.compile("[A-Za-z0-9_-]{43}");
    Pattern JWT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    final class Participant implements SocketToken {
        private final String jwt;

        private Participant(String jwt) {
            this.jwt = jwt;
        }

        String jwt() {
            return jwt;
        }

        /** What the token says of its own end, unverified: good for telling its owner what to do, for nothing else. */
        boolean claimsToBeOver(Instant now) {
            try {
                var payload = Base64.getUrlDecoder().decode(jwt.split("\\.", 3)[1]);
                var expiry =
                        Json.read(new String(payload, StandardCharsets.UTF_8)).path("exp");
                return expiry.isNumber() && expiry.longValue() <= now.getEpochSecond();
            } catch (IllegalArgumentException | JsonProcessingException e) {
                return false;
            }
        }
    }

    final class Embed implements SocketToken {
        private final io.flotilla.kit.secret.Secret secret;

        private Embed(String text) {
            this.secret = io.flotilla.kit.secret.Secret.of(text);
        }

        String sha256Hex() {
            return secret.sha256Hex();
        }
    }

    record None() implements SocketToken {}

    static SocketToken of(@Nullable String text) {
        return Optional.ofNullable(text)
                .<SocketToken>map(given -> {
                    if (EMBED.matcher(given).matches()) {
                        return new Embed(given);
                    }
                    return JWT.matcher(given).matches() ? new Participant(given) : new None();
                })
                .orElseGet(None::new);
    }
}
