package io.flotilla.auth.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.flotilla.kit.secret.Secret;
import org.jspecify.annotations.Nullable;

/** A token in an answer's body. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenAnswer(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") @Nullable String tokenType,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("refresh_token") @Nullable String refreshToken) {
    /** Between services. */
    public static TokenAnswer internal(SignedToken token) {
        return new TokenAnswer(token.jwt().reveal(), null, token.life().toSeconds(), null);
    }

    /** For clients, as OAuth 2 has it. */
    public static TokenAnswer bearer(SignedToken token) {
        return bearer(token, null);
    }

    /** The same with what gets the next one, if anything does. */
    public static TokenAnswer bearer(SignedToken token, @Nullable Secret refreshToken) {
        return new TokenAnswer(
                token.jwt().reveal(),
                "Bearer",
                token.life().toSeconds(),
                refreshToken == null ? null : refreshToken.reveal());
    }
}
