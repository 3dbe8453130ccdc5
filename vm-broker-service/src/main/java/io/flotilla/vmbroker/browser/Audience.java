package io.flotilla.vmbroker.browser;

import java.util.Set;

/**
 * Who watches a browser now, over all gateway nodes.
 *
 * @param layers whether one of them is slow, so that temporal layers are worth their bits
 * @param formats what at least one of them needs: {@code h264}, {@code vp8}, {@code jpeg}
 */
public record Audience(int viewers, boolean layers, Set<String> formats) {
    public Audience {
        formats = Set.copyOf(formats);
    }

    public static Audience nobody() {
        return new Audience(0, false, Set.of());
    }
}
