package io.flotilla.vmbroker.browser;

import org.jspecify.annotations.Nullable;

/** What the one who claims a pooled browser wants of it. */
public record Claim(
        Size size,
        int fps,
        String startUrl,
        boolean kiosk,
        boolean dark,
        @Nullable String languages,
        boolean hideCursor) {}
