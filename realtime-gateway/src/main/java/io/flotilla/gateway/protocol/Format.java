package io.flotilla.gateway.protocol;

import java.util.Locale;
import java.util.Optional;

/** How a picture may come. */
public enum Format {
    H264,
    VP8,
    JPEG;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> of(String word) {
        for (var format : values()) {
            if (format.word().equals(word)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
