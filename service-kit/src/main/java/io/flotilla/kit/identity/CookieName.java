package io.flotilla.kit.identity;

import io.flotilla.kit.config.KitConfig;

/** The name of the browser's cookie. */
public final class CookieName {
    private CookieName() {}

    /** {@code __Host-flotilla}, which browsers take only over HTTPS (or on localhost), else {@code flotilla}. */
    public static String of(KitConfig config) {
        return config.plainHttp() ? "flotilla" : "__Host-flotilla";
    }
}
