package io.flotilla.kit.identity;

import io.flotilla.kit.secret.Secret;
import org.jspecify.annotations.Nullable;

/** Exchanges the browser's cookie, whose meaning no service knows, for a user's token. Blocks; never throws; remembers nothing. */
public interface CookieExchange {
    Exchanged exchangeCookie(Secret cookie, @Nullable String userAgent);
}
