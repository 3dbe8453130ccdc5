package io.flotilla.auth.oidc;

import io.flotilla.auth.signin.Visit;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.http.Origin;
import io.flotilla.kit.problem.Problem;
import io.flotilla.kit.secret.Secret;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with an OpenID provider: a browser leaves here and comes back here. Both are navigations, which browsers make by GET, and
 * the return is the one GET of this service that changes state. No other site can make it do so: it needs a state that was made for the
 * browser that brings it, once, within ten minutes, and a code of the provider for it.
 */
@Path("/api/auth/oidc/{provider}")
@RunOnVirtualThread
public class OidcResource {
    private static final Logger log = Logger.getLogger(OidcResource.class);

    private final Providers providers;
    private final StartSignIn start;
    private final FinishSignIn finish;
    private final Origin origin;
    private final Visit visit;
    private final BrowserCookie cookie;

    OidcResource(
            Providers providers, StartSignIn start, FinishSignIn finish, Origin origin, Visit visit, KitConfig config) {
        this.providers = providers;
        this.start = start;
        this.finish = finish;
        this.origin = origin;
        this.visit = visit;
        this.cookie = new BrowserCookie(config.plainHttp());
    }

    @GET
    public Response start(@PathParam("provider") String id, @QueryParam("return_to") @Nullable String returnTo) {
        var link = link(id);
        try {
            var departure = start.start(link, callback(id), ReturnTo.checked(returnTo));
            return to(departure.to().toString())
                    .header("Set-Cookie", cookie.set(departure.browser()))
                    .build();
        } catch (ProviderAway e) {
            log.warnf("OpenID provider %s: %s", link.provider().id(), e.getMessage());
            log.debug("OpenID provider", e);
            return failed(Arrival.Why.PROVIDER_AWAY);
        }
    }

    @GET
    @Path("/callback")
    public Response finish(
            @PathParam("provider") String id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("code") @Nullable String code,
            @QueryParam("error") @Nullable String error,
            @QueryParam("iss") @Nullable String issuer) {
        var link = link(id);
        var back = new Return(state, code, error, issuer, visit.cookie(cookie.name()), callback(id));
        return switch (finish.finish(
                link, back, visit.browser("oidc:" + link.provider().id()))) {
            case Arrival.SignedIn(var session, var returnTo) -> {
                var setCookie = session.setCookie();
                yield to(returnTo)
                        .header("Set-Cookie", cookie.forget())
                        .header("Set-Cookie", setCookie == null ? "" : setCookie.reveal())
                        .build();
            }
            case Arrival.Failed(var why) -> failed(why);
        };
    }

    private ProviderLink link(String id) {
        return providers.find(id).orElseThrow(() -> Problem.of(
                        404, "There is no such provider, or signing in with providers is switched off here")
                .asException());
    }

    private URI callback(String id) {
        return URI.create(origin.value() + "/api/auth/oidc/" + id + "/callback");
    }

    private Response failed(Arrival.Why why) {
        return to("/sign-in?failed=" + why.wire())
                .header("Set-Cookie", cookie.forget())
                .build();
    }

    /** As it is: the framework would make a path absolute, with a host of its own choice. */
    private static Response.ResponseBuilder to(String location) {
        return Response.status(302).header("Location", location).header("Cache-Control", "no-store");
    }

    /** What binds a sign-in under way to its browser. */
    private record BrowserCookie(boolean plainHttp) {
        String name() {
            return plainHttp ? "flotilla-oidc" : "__Host-flotilla-oidc";
        }

        String set(Secret value) {
            return line(value.reveal(), PendingSignIns.LIFE.toSeconds());
        }

        String forget() {
            return line("", 0);
        }

        private String line(String value, long maxAge) {
            return name() + "=" + value + "; Path=/; Max-Age=" + maxAge + "; HttpOnly; SameSite=Lax"
                    + (plainHttp ? "" : "; Secure");
        }
    }
}
