package io.flotilla.auth.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Somebody as another system knows them. Only issuer and subject say who it is; name and e-mail address are hearsay, good for filling in
 * a new account and never for finding one.
 *
 * @param issuer names the other system, say its URL
 * @param subject names the person there, for ever
 */
public record Outsider(
        String issuer,
        String subject,
        @Nullable String name,
        @Nullable String email) {
    private static final int LONGEST = 512;

    public Outsider {
        if (!isId(issuer) || !isId(subject)) {
            throw new IllegalArgumentException("an issuer and a subject have 1 to 512 printable characters");
        }
    }

    /** Whether a text may be an issuer or a subject. */
    public static boolean isId(@Nullable String text) {
        return text != null
                && !text.isBlank()
                && text.length() <= LONGEST
                && text.chars().noneMatch(Character::isISOControl);
    }
}
