package io.flotilla.auth.account;

import java.text.Normalizer;
import java.util.Locale;

/**
 * When two names are the same: after Unicode's compatibility composition (NFKC), without regard to case. A user name has no {@code @} and
 * an e-mail address has one, so the two never meet. Pure.
 */
public final class Names {
    private Names() {}

    /** What a user name or e-mail address is found by. */
    public static String key(String name) {
        // By upper case first, as Unicode folds: it makes one of the Greek sigmas and of the German sharp s and its two
        // letters.
        var folded = normal(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return normal(folded);
    }

    /** As it is kept and shown. */
    public static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC);
    }
}
