package io.flotilla.socket.packet;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a packet's JSON: {@code type [attachments "-"] [namespace ","] [id]}.
 *
 * @param end where the JSON begins
 */
record PacketHead(PacketType type, int attachments, String namespace, OptionalLong id, int end) {
    private static final int MOST_ATTACHMENTS = 10;
    private static final int LONGEST_NAMESPACE = 255;
    /** The largest number that JavaScript counts exactly. */
    private static final long LARGEST_ID = (1L << 53) - 1;

    private static final int LONGEST_ID = 16;

    /** Null when it is none. */
    static @Nullable PacketHead read(byte[] utf8, int from) {
        var type = from < utf8.length ? PacketType.of(utf8[from]) : null;
        if (type == null) {
            return null;
        }
        var at = from + 1;
        var attachments = 0;
        if (type.hasAttachments()) {
            var dash = afterDigits(utf8, at);
            if (dash == utf8.length || utf8[dash] != '-' || dash == at || dash - at > 2) {
                return null;
            }
            attachments = (int) number(utf8, at, dash);
            if (attachments > MOST_ATTACHMENTS) {
                return null;
            }
            at = dash + 1;
        }
        var namespace = "/";
        if (at < utf8.length && utf8[at] == '/') {
            var comma = at;
            while (comma < utf8.length && utf8[comma] != ',') {
                comma++;
            }
            if (comma - at > LONGEST_NAMESPACE) {
                return null;
            }
            namespace = new String(utf8, at, comma - at, StandardCharsets.UTF_8);
            at = Math.min(comma + 1, utf8.length);
        }
        var json = afterDigits(utf8, at);
        if (json - at > LONGEST_ID || (json > at && number(utf8, at, json) > LARGEST_ID)) {
            return null;
        }
        var id = json == at ? OptionalLong.empty() : OptionalLong.of(number(utf8, at, json));
        return new PacketHead(type, attachments, namespace, id, json);
    }

    private static int afterDigits(byte[] utf8, int from) {
        var i = from;
        while (i < utf8.length && utf8[i] >= '0' && utf8[i] <= '9') {
            i++;
        }
        return i;
    }

    private static long number(byte[] digits, int from, int to) {
        var number = 0L;
        for (var i = from; i < to; i++) {
            number = 10 * number + (digits[i] - '0');
        }
        return number;
    }
}
