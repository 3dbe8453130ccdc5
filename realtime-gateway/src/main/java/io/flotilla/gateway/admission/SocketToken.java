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

        /** What the token says of itself, unverified: good for telling its owner what to do, for nothing else. */
        Claimed claimed() {
            try {
                var payload = Base64.getUrlDecoder().decode(jwt.split("\\.", 3)[1]);
                var json = Json.read(new String(payload, StandardCharsets.UTF_8));
                return new Claimed(
                        json.path("exp").asLong(Long.MAX_VALUE),
                        json.path("sid").asText(""));
            } catch (IllegalArgumentException | JsonProcessingException e) {
                return new Claimed(Long.MAX_VALUE, "");
            }
        }
    }

    /** Nobody vouches for this. */
    record Claimed(long expiresAtSecond, String sid) {
        boolean isOver(Instant now) {
            return expiresAtSecond <= now.getEpochSecond();
        }

        Optional<String> sessionId() {
            return Optional.of(sid).filter(given -> !given.isEmpty());
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
