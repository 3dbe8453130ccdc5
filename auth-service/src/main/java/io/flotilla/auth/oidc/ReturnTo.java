package io.flotilla.auth.oidc;

import org.jspecify.annotations.Nullable;

/** Where a browser goes after it signed in: a path of ours, whatever was asked for; pure. */
final class ReturnTo {
    static final String HOME = "/";

    private static final int LONGEST = 1024;

    private ReturnTo() {}

    /** The path if it is one that every browser reads as a path of this origin, else the first page. */
    static String checked(@Nullable String path) {
        return path != null && isOurs(path) ? path : HOME;
    }

    private static boolean isOurs(String path) {
        return path.length() <= LONGEST
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\' && c != '"' && c != '<' && c != '>');
    }
}
