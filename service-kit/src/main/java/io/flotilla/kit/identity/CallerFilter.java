package io.flotilla.kit.identity;

import io.flotilla.kit.http.ClientAddress;
import io.flotilla.kit.secret.Secret;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;

/**
 * Finds out who calls, for every resource. A bearer credential wins over the cookie and is fatal when it is bad; a cookie that opens
 * nothing is as good as none. Cookies count neither under {@code /v0}, {@code /vm} nor {@code /internal}: those are for other credentials.
 *
 * <p>The search may wait for auth-service. Resources on virtual threads have their filters there too; for any other the request is
 * suspended and the search gets a virtual thread of its own, so that an event loop never waits.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public final class CallerFilter implements ResteasyReactiveContainerRequestFilter {
    private static final int LONGEST_COOKIE = 512;

    private final CurrentCaller current;
    private final ClientAddress address;
    private final Callers callers;

    CallerFilter(CurrentCaller current, ClientAddress address, Callers callers) {
        this.current = current;
        this.address = address;
        this.callers = callers;
    }

    @Override
    public void filter(ResteasyReactiveContainerRequestContext request) {
        var search = search(request);
        if (search == null) {
            return;
        }
        var mine = ClientProxy.unwrap(current);
        if (BlockingOperationControl.isBlockingAllowed()) {
            settle(search.get(), mine);
            return;
        }
        request.suspend();
        Thread.ofVirtual().name("caller").start(() -> {
            try {
                settle(search.get(), mine);
                request.resume();
            } catch (Throwable e) {
                request.resume(e);
            }
        });
    }

    /** What has to be looked up, or null when no credential came along. Reads the request now, on its own thread. */
    private @org.jspecify.annotations.Nullable Supplier<Found> search(ResteasyReactiveContainerRequestContext request) {
        var authorization = request.getHeaderString("Authorization");
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            var bearer = authorization.substring("bearer ".length()).strip();
            var onBehalfOf = request.getHeaderString("X-On-Behalf-Of");
            var from = address.value();
            return () -> new Found(callers.byBearer(bearer, onBehalfOf, from), true);
        }
        Cookie cookie = request.getCookies().get(callers.cookieName());
        if (cookie == null || !countsAt(request.getUriInfo().getPath())) {
            return null;
        }
        var value = cookie.getValue();
        if (value == null || value.isEmpty() || value.length() > LONGEST_COOKIE) {
            return null;
        }
        var userAgent = request.getHeaderString("User-Agent");
        return () -> new Found(callers.byCookie(Secret.of(value), userAgent), false);
    }

    private static void settle(Found found, CurrentCaller current) {
        if (found.byBearer()) {
            if (found.check() instanceof CallerCheck.Refused) {
                throw CurrentCaller.unauthenticated("SESSION_REQUIRED")
                        .withHeader("WWW-Authenticate", "Bearer")
                        .asException();
            }
        }
        current.set(found.check());
        if (found.byBearer()) {
            current.get();
        }
    }

    private static boolean countsAt(String path) {
        var absolute = path.startsWith("/") ? path : "/" + path;
        return !absolute.startsWith("/v0/") && !absolute.startsWith("/vm/") && !absolute.startsWith("/internal/");
    }

    private record Found(CallerCheck check, boolean byBearer) {}
}
