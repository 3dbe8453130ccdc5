package io.flotilla.auth.grant;

import io.flotilla.auth.exchange.BasicLogin;
import io.flotilla.kit.secret.Secret;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request to the token endpoint offers for a token; pure. */
sealed interface Offer {
    /** Nothing of its own: then it is the browser's cookie that counts. */
    record Cookie() implements Offer {}

    record ApiKey(Secret key) implements Offer {}

    record Basic(BasicLogin login) implements Offer {}

    record Custom(String scheme, Secret value) implements Offer {}

    record Assertion(Secret jwt) implements Offer {}

    record Refresh(Secret token) implements Offer {}

    /** Another access token. */
    record Token() implements Offer {}

    /** Something that cannot be meant; a code in OAuth's words (RFC 6749 section 5.2) and a sentence. */
    record Malformed(String code, String message) implements Offer {}

    Pattern SCHEME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");
    String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    int LONGEST = 8192;

    /** By the header {@code Authorization} and the body's fields; one credential at a time. */
    static Offer of(@Nullable String authorization, Map<String, String> fields) {
        var grant = fields.get("grant_type");
        if (authorization == null || authorization.isBlank()) {
            return grant == null ? new Cookie() : ofGrant(grant, fields);
        }
        if (grant != null) {
            return new Malformed("INVALID_REQUEST", "Offer one credential at a time");
        }
        return ofHeader(authorization.strip());
    }

    private static Offer ofHeader(String authorization) {
        int space = authorization.indexOf(' ');
        var scheme = space < 0 ? authorization : authorization.substring(0, space);
        var value = space < 0 ? "" : authorization.substring(space).strip();
        if (!SCHEME.matcher(scheme).matches() || value.isEmpty() || value.length() > LONGEST) {
            return new Malformed("INVALID_REQUEST", "Authorization is malformed");
        }
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "basic" -> {
                var login = BasicLogin.parse(authorization);
                yield login == null ? new Malformed("INVALID_REQUEST", "Authorization is malformed") : new Basic(login);
            }
            case "bearer" -> value.startsWith("sk_") ? new ApiKey(Secret.of(value)) : new Token();
            case String other -> new Custom(other, Secret.of(value));
        };
    }

    private static Offer ofGrant(String grant, Map<String, String> fields) {
        return switch (grant) {
            case "refresh_token" -> ofField(fields, "refresh_token", Refresh::new);
            case JWT_BEARER -> ofField(fields, "assertion", Assertion::new);
            default -> new Malformed("UNSUPPORTED_GRANT_TYPE", "That grant_type is not supported");
        };
    }

    private static Offer ofField(Map<String, String> fields, String name, Function<Secret, Offer> offer) {
        var value = fields.getOrDefault(name, "");
        // One that is too long is as wrong as any other, and reads the same.
        return value.isEmpty() ? new Malformed("INVALID_REQUEST", name + " is missing") : offer.apply(Secret.of(value));
    }
}
