package io.flotilla.kit.log;

import java.util.regex.Pattern;

/** Makes a text fit for one line of a log; pure, and the same when done twice. */
final class LogText {
    private static final int LONGEST = 16_384;
    private static final String HIDDEN = "***";
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069]");

    /** Group 1 stays. The second line of defence: nobody is meant to log these. */
    private static final Pattern SECRET =
            Pattern.compile("((?i:bearer|authorization[\"']?\\s*[:=]\\s*[\"']?basic)\\s+)[A-Za-z0-9._~+/=-]+"
                    + "|\\b((?:sk|rt|tk)_)[A-Za-z0-9_-]{8,}"
                    + "|\\b(eyJ)[A-Za-z0-9_-]{6,}(?:\\.[A-Za-z0-9_-]*){0,4}"
                    + "|\\b((?:__Host-)?flotilla=)[^;,\\s\"'&]+"
                    + "|([?&](?:ticket|token|access_token|refresh_token|code|state|csrf_token|password)=)[^&\\s\"'#]+");

    private LogText() {}

    static String clean(String raw) {
        var text = raw.length() > LONGEST ? raw.substring(0, LONGEST) + "…" : raw;
        return escaped(hidden(text));
    }

    private static String hidden(String text) {
        var secrets = SECRET.matcher(text);
        if (!secrets.find()) {
            return text;
        }
        return secrets.replaceAll(found -> {
            for (int group = 1; group <= found.groupCount(); group++) {
                if (found.group(group) != null) {
                    return java.util.regex.Matcher.quoteReplacement(found.group(group) + HIDDEN);
                }
            }
            return HIDDEN;
        });
    }

    private static String escaped(String text) {
        var unfit = UNFIT.matcher(text);
        return unfit.find()
                ? unfit.replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        escape(found.group().charAt(0))))
                : text;
    }

    private static String escape(char unfit) {
        return switch (unfit) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> " ";
            default -> String.format("\\u%04x", (int) unfit);
        };
    }
}
