package io.flotilla.auth.grant;

import io.flotilla.auth.exchange.Credential;
import io.flotilla.auth.signin.Visit;
import io.flotilla.auth.token.TokenAnswer;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.csrf.NoCsrf;
import io.flotilla.kit.http.AllowedOrigins;
import io.flotilla.kit.http.Origin;
import io.flotilla.kit.identity.Callers;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.limit.CallLimit;
import io.flotilla.kit.limit.LimitClass;
import io.flotilla.kit.problem.Problem;
import io.flotilla.kit.secret.Secret;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token for a client: for its browser's cookie and CSRF token, its API key, its refresh token, or a credential that signs it in. A token
 * gets no other token.
 */
@Path("/api/auth/token")
@RunOnVirtualThread
@NoCsrf
public class TokenResource {
    private final CurrentCaller caller;
    private final Callers callers;
    private final CallLimit limit;
    private final Visit visit;
    private final Origin origin;
    private final AllowedOrigins friends;
    private final GiveTokens give;
    private final KitConfig config;

    // More parameters than elsewhere: this is where all that a request may carry comes together.
    TokenResource(
            CurrentCaller caller,
            Callers callers,
            CallLimit limit,
            Visit visit,
            Origin origin,
            AllowedOrigins friends,
            GiveTokens give,
            KitConfig config) {
        this.caller = caller;
        this.callers = callers;
        this.limit = limit;
        this.visit = visit;
        this.origin = origin;
        this.friends = friends;
        this.give = give;
        this.config = config;
    }

    @POST
    public TokenAnswer token(@Nullable String body, @Context HttpHeaders headers) {
        var kind = Fields.kind(headers.getHeaderString("Content-Type"), body);
        if (kind == Fields.Kind.OTHER) {
            throw Problem.of(415, "Send the body as JSON or a form").asException();
        }
        var fields = Fields.read(kind, body).orElseThrow(() -> GrantProblems.malformed(
                        "INVALID_REQUEST", "The body is malformed or has a field twice")
                .asException());
        var from = visit.address();
        return GrantProblems.orThrow(
                switch (Offer.of(headers.getHeaderString("Authorization"), fields)) {
                    case Offer.Cookie() -> give.forCredential(cookie(headers, fields), visit::program);
                    case Offer.ApiKey(var key) -> give.forCredential(new Credential.ApiKey(key, from), visit::program);
                    case Offer.Refresh(var token) -> give.forRefreshToken(token, from);
                    case Offer.Basic(var login) -> {
                        requireOn("basic");
                        yield signIn(new Credential.Password(login.name(), login.password(), from, null));
                    }
                    case Offer.Assertion(var jwt) -> {
                        requireOn("bearer");
                        yield signIn(new Credential.Assertion(jwt, from));
                    }
                    case Offer.Custom(var scheme, var value) -> signIn(new Credential.Custom(scheme, value, from));
                    case Offer.Token() ->
                        throw Problem.of(403, "A token cannot be exchanged for another")
                                .asException();
                    case Offer.Malformed(var code, var message) ->
                        throw GrantProblems.malformed(code, message).asException();
                });
    }

    private Grant signIn(Credential credential) {
        limit.count(LimitClass.SIGN_IN);
        return give.forCredential(credential, visit::program);
    }

    private void requireOn(String method) {
        if (!config.authenticators().contains(method)) {
            throw GrantProblems.switchedOff(method).asException();
        }
    }

    private Credential cookie(HttpHeaders headers, Map<String, String> fields) {
        var origins = new HashSet<>(friends.values());
        origins.add(origin.value());
        var csrf = new CookieCsrf(
                csrfToken(headers, fields),
                headers.getHeaderString("Sec-Fetch-Site"),
                headers.getHeaderString("Origin"),
                origins);
        if (!csrf.allows(caller.get())) {
            throw GrantProblems.csrf().asException();
        }
        var _ = caller.user();
        // Asked again rather than taken from the caller: the token should stand for what is true now.
        var cookie = headers.getCookies().get(callers.cookieName());
        var value = cookie == null ? "" : cookie.getValue();
        return new Credential.Cookie(Secret.of(value), headers.getHeaderString("User-Agent"));
    }

    private static @Nullable String csrfToken(HttpHeaders headers, Map<String, String> fields) {
        var first = headers.getHeaderString("X-CSRF-Token");
        var second = headers.getHeaderString("X-CSRFToken");
        return first != null ? first : second != null ? second : fields.get("csrf_token");
    }
}
