package io.flotilla.gateway.edge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Brings a request's path into the one form in which it is matched and passed on, so that no service can read it otherwise than the edge
 * did. What has several readings in the wild is refused rather than guessed at.
 */
final class RequestPath {
    private static final int LONGEST = 8 * 1024;

    /** Characters of RFC 3986 paths, without {@code ;}, which some servers cut segments at. */
    private static final Pattern ORDINARY = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,=:@/-]|%[0-9A-Fa-f]{2})*");

    /** Encoded: controls, {@code /}, {@code \}, {@code ;}, DEL, and a percent sign that begins a second encoding. */
    private static final Pattern TRICKY =
            Pattern.compile("%(?:[01][0-9A-Fa-f]|2[Ff]|5[Cc]|3[Bb]|7[Ff]|25[0-9A-Fa-f]{2})");

    private RequestPath() {}

    /** Empty for a path that nobody honest sends. */
    static Optional<String> normalise(String raw) {
        if (raw.length() > LONGEST
                || !raw.startsWith("/")
                || !ORDINARY.matcher(raw).matches()
                || TRICKY.matcher(raw).find()) {
            return Optional.empty();
        }
        return withoutDots(decodeUnreserved(raw));
    }

    /** {@code %61} is {@code a} to everybody; what is left encoded stays so, in capitals. */
    private static String decodeUnreserved(String path) {
        var plain = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            var c = path.charAt(i);
            if (c != '%') {
                plain.append(c);
                continue;
            }
            var octet = (char) Integer.parseInt(path, i + 1, i + 3, 16);
            if (isUnreserved(octet)) {
                plain.append(octet);
            } else {
                plain.append(path.substring(i, i + 3).toUpperCase(java.util.Locale.ROOT));
            }
            i += 2;
        }
        return plain.toString();
    }

    private static boolean isUnreserved(char c) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(c)
                && (Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '~');
    }

    /** Resolves {@code .} and {@code ..} and doubled slashes; empty when it climbs out. */
    private static Optional<String> withoutDots(String path) {
        var kept = new ArrayDeque<String>();
        for (var segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                if (kept.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                kept.addLast(segment);
            }
        }
        var directory = path.endsWith("/") || path.endsWith("/.") || path.endsWith("/..");
        var joined = "/" + String.join("/", kept);
        return Optional.of(directory && !kept.isEmpty() ? joined + "/" : joined);
    }
}
