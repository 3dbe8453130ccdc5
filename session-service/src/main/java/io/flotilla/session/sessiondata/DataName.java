package io.flotilla.session.sessiondata;

import java.util.regex.Pattern;

/** What a value may be called. */
public final class DataName {
    private static final Pattern FIT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private DataName() {}

    public static boolean isFit(String name) {
        return FIT.matcher(name).matches();
    }
}
