package io.flotilla.auth.signin;

import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.http.ClientAddress;
import io.flotilla.kit.identity.Callers;
import io.flotilla.kit.secret.Secret;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The browser or program behind the present request, as far as signing in asks. */
@RequestScoped
public class Visit {
    private static final int LONGEST = 1024;

    private final CurrentVertxRequest current;
    private final ClientAddress address;
    private final Callers callers;
    private final KitConfig config;

    Visit(CurrentVertxRequest current, ClientAddress address, Callers callers, KitConfig config) {
        this.current = current;
        this.address = address;
        this.callers = callers;
        this.config = config;
    }

    /** For a browser, which gets a cookie. */
    public SignInContext browser(String method) {
        return context(method, cookie(callers.cookieName()), false);
    }

    /** For a program, which gets none. */
    public SignInContext program(String method) {
        return context(method, null, true);
    }

    public String address() {
        return address.value();
    }

    /** The cookie of that name; null where there is none. */
    public @Nullable Secret cookie(String name) {
        var cookie = current.getCurrent().request().getCookie(name);
        return cookie == null
                        || cookie.getValue().isEmpty()
                        || cookie.getValue().length() > LONGEST
                ? null
                : Secret.of(cookie.getValue());
    }

    /** The {@code Set-Cookie} that makes a browser forget a session's cookie that means nothing (any more). */
    public String forgettingCookie() {
        return callers.cookieName() + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"
                + (config.plainHttp() ? "" : "; Secure");
    }

    private SignInContext context(String method, @Nullable Secret cookie, boolean cookieless) {
        return new SignInContext(
                method, cookie, cookieless, header("User-Agent"), header("Accept-Language"), address());
    }

    private @Nullable String header(String name) {
        var value = current.getCurrent().request().getHeader(name);
        return value == null || value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }
}
