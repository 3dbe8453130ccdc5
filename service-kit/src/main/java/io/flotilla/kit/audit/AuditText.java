package io.flotilla.kit.audit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes strangers' texts fit to be kept and shown; pure. */
final class AuditText {
    private static final int LONGEST = 256;
    private static final int LONGEST_NAME = 64;
    /** Controls, line and paragraph separators, and what turns the direction of writing. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private AuditText() {}

    static @Nullable String text(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        var clean = cut(UNFIT.matcher(cut(raw, 4 * LONGEST)).replaceAll(" ").strip(), LONGEST);
        return clean.isEmpty() ? null : clean;
    }

    /** Of a type or detail, which the program chooses: nothing else is one. */
    static String name(String raw) {
        var name = text(raw);
        if (name == null || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("not a name of an audit entry's part");
        }
        return name;
    }

    /** Never within a surrogate pair. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
