package io.flotilla.session.chat;

import java.util.Optional;

/** What a message may say: text, made harmless. It has no meaning as HTML or anything else; whoever shows it shows the characters. */
final class ChatText {
    /** In characters as people count them. */
    static final int LONGEST = 2000;

    private ChatText() {}

    /**
     * The text without control characters but line breaks and tabs, without direction overrides and unpaired surrogates, and without outer
     * white space. Joiners stay: emoji and several scripts are made with them.
     *
     * @return empty when nothing that can be seen is left
     */
    static Optional<String> clean(String said) {
        var clean = said.replaceAll("\\r\\n?|\\u2028|\\u2029", "\n")
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\p{Cs}]", "")
                .strip();
        var visible = clean.codePoints().anyMatch(one -> Character.getType(one) != Character.FORMAT && !isBlank(one));
        return visible ? Optional.of(clean) : Optional.empty();
    }

    static boolean isTooLong(String clean) {
        return clean.codePointCount(0, clean.length()) > LONGEST;
    }

    private static boolean isBlank(int one) {
        return Character.isWhitespace(one) || Character.isSpaceChar(one);
    }
}
