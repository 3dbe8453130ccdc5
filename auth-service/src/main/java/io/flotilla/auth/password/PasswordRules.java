package io.flotilla.auth.password;

import io.flotilla.auth.account.Broken;
import io.flotilla.auth.account.Names;
import io.flotilla.kit.secret.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a password must be: long rather than odd, and not what everybody tries first; pure. */
public final class PasswordRules {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 256;
    private static final int FEWEST_DIFFERENT = 3;

    private PasswordRules() {}

    /** Whether it could be anybody's: what is longer was never accepted, and need not be hashed. */
    public static boolean isPossible(Secret password) {
        return length(password.reveal()) <= LONGEST;
    }

    /** The first rule that a new password breaks; the field is its name in the body. */
    public static Optional<Broken> broken(
            String field, @Nullable Secret password, String username, @Nullable String email) {
        if (password == null || password.reveal().isEmpty()) {
            return broken(field, "required", "A password is needed");
        }
        int length = length(password.reveal());
        if (length > LONGEST) {
            return broken(field, "too_long", "A password has at most " + LONGEST + " characters");
        }
        var key = Names.key(password.reveal());
        if (length < SHORTEST || length(key) < SHORTEST) {
            return broken(field, "too_short", "A password has at least " + SHORTEST + " characters");
        }
        if (key.equals(Names.key(username)) || (email != null && isOf(email, key))) {
            return broken(field, "like_name", "A password must not be the user name or e-mail address");
        }
        if (key.chars().distinct().count() < FEWEST_DIFFERENT || CommonPasswords.contains(key)) {
            return broken(field, "common", "This password is one of the first that anybody would try");
        }
        return Optional.empty();
    }

    private static boolean isOf(String email, String key) {
        var address = Names.key(email);
        int at = address.indexOf('@');
        return key.equals(address) || (at > 0 && key.equals(address.substring(0, at)));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Optional<Broken> broken(String field, String rule, String message) {
        return Optional.of(new Broken(field, rule, message));
    }
}
