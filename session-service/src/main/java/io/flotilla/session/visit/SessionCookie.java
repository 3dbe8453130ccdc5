package io.flotilla.session.visit;

import io.flotilla.kit.secret.Secret;
import java.time.Duration;

/**
 * The cookie's {@code Set-Cookie} line. {@code __Host-} makes the browser refuse a cookie that another host or a plain connection could
 * have set; over plain HTTP, where an operator chose it, browsers would refuse ours, hence the other name and no {@code Secure}.
 */
public record SessionCookie(String name, boolean secure, Duration life) {
    public String set(Secret secret) {
        return line(secret.reveal(), life.toSeconds());
    }

    public String cleared() {
        return line("", 0);
    }

    private String line(String value, long maxAge) {
        return name + "=" + value + "; Path=/; Max-Age=" + maxAge + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }
}
