package io.flotilla.auth.external;

import io.flotilla.auth.exchange.Outsider;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** User names for somebody who did not choose one; pure. */
final class SuggestedNames {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 32;
    private static final int ROOM_FOR_MORE = 9;

    private SuggestedNames() {}

    /** The name that the other system tells, as far as it can be one here; then names that are less and less likely to be taken. */
    static List<String> of(Outsider who, String userId) {
        var digits = userId.replace("-", "");
        var name = usable(who.name());
        var longName = name.substring(0, name.offsetByCodePoints(0, Math.min(length(name), LONGEST - ROOM_FOR_MORE)));
        return List.of(
                name.isEmpty() ? "user-" + digits.substring(0, 6) : name,
                (name.isEmpty() ? "user" : longName) + "-" + digits.substring(0, 8),
                "user-" + digits.substring(0, 20));
    }

    private static String usable(@Nullable String told) {
        if (told == null) {
            return "";
        }
        int at = told.indexOf('@');
        var local = Normalizer.normalize(at > 0 ? told.substring(0, at) : told, Normalizer.Form.NFKC);
        var kept = local.strip()
                .replaceAll("\\s+", ".")
                .codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-')
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        // A user name begins with a letter or digit.
        var name = kept.replaceFirst("^[._-]+", "");
        return length(name) < SHORTEST ? "" : name;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
