package io.flotilla.auth.exchange;

import io.flotilla.auth.token.Signer;
import io.flotilla.auth.token.TokenAnswer;
import io.flotilla.kit.http.ClientAddress;
import io.flotilla.kit.identity.Callers;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.problem.Problem;
import io.flotilla.kit.secret.Secret;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** A token for a client: for its browser's cookie (and CSRF token) or for its API key. A token gets no other token. */
@Path("/api/auth/token")
@RunOnVirtualThread
public class TokenResource {
    private static final String API_KEY = "bearer sk_";

    private final CurrentCaller caller;
    private final Callers callers;
    private final ClientAddress address;
    private final Authenticators authenticators;
    private final Signer signer;

    TokenResource(
            CurrentCaller caller,
            Callers callers,
            ClientAddress address,
            Authenticators authenticators,
            Signer signer) {
        this.caller = caller;
        this.callers = callers;
        this.address = address;
        this.authenticators = authenticators;
        this.signer = signer;
    }

    @POST
    public TokenAnswer token(
            @HeaderParam("Authorization") @Nullable String authorization, @Context HttpHeaders headers) {
        var user = caller.user();
        if (authorization != null && !user.byCookie()) {
            if (!authorization.regionMatches(true, 0, API_KEY, 0, API_KEY.length())) {
                throw Problem.of(403, "A token cannot be exchanged for another").asException();
            }
            var key = authorization.substring("bearer ".length()).strip();
            return issue(new Credential.ApiKey(Secret.of(key), address.value()));
        }
        // Asked again rather than taken from the caller: the token should stand for what is true now.
        var cookie = headers.getCookies().get(callers.cookieName());
        var value = cookie == null ? "" : cookie.getValue();
        return issue(new Credential.Cookie(Secret.of(value), headers.getHeaderString("User-Agent")));
    }

    private TokenAnswer issue(Credential credential) {
        var known = ExchangeProblems.orThrow(authenticators.authenticate(credential));
        return TokenAnswer.bearer(signer.sign(known.user(), known.until()));
    }
}
