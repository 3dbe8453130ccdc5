package io.flotilla.auth.account;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What names and addresses an account may have; pure. Both are judged as they will be kept, see {@link Names#normal}. */
public final class AccountRules {
    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_EMAIL = 254;
    /** Long before anything is normalised: a few characters can become many. */
    private static final int LONGEST_RAW = 512;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]+");
    private static final Pattern BEGINNING = Pattern.compile("[\\p{L}\\p{N}].*");
    /** A shape, no proof: only a message that arrives would prove it. */
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@\\p{C}\"(),:;<>\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

    private AccountRules() {}

    /** The first rule the name breaks. */
    public static Optional<Broken> username(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return broken("username", "required", "A user name is needed");
        }
        if (raw.length() > LONGEST_RAW) {
            return tooLong();
        }
        var name = Names.normal(raw);
        int length = name.codePointCount(0, name.length());
        if (length < SHORTEST_NAME) {
            return broken("username", "too_short", "A user name has at least " + SHORTEST_NAME + " characters");
        }
        if (length > LONGEST_NAME) {
            return tooLong();
        }
        if (!NAME.matcher(name).matches() || !BEGINNING.matcher(name).matches()) {
            return broken(
                    "username",
                    "characters",
                    "A user name has letters, digits, dots, underscores and hyphens, and begins with a letter or digit");
        }
        return Optional.empty();
    }

    /** The first rule the address breaks. */
    public static Optional<Broken> email(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return broken("email", "required", "An e-mail address is needed");
        }
        if (raw.length() > LONGEST_EMAIL || Names.normal(raw).length() > LONGEST_EMAIL) {
            return broken("email", "too_long", "An e-mail address has at most " + LONGEST_EMAIL + " characters");
        }
        var email = Names.normal(raw);
        if (!EMAIL.matcher(email).matches() || email.contains("..")) {
            return broken("email", "format", "This is not an e-mail address");
        }
        return Optional.empty();
    }

    private static Optional<Broken> tooLong() {
        return broken("username", "too_long", "A user name has at most " + LONGEST_NAME + " characters");
    }

    private static Optional<Broken> broken(String field, String rule, String message) {
        return Optional.of(new Broken(field, rule, message));
    }
}
