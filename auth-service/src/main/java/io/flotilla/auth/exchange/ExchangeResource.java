package io.flotilla.auth.exchange;

import io.flotilla.auth.token.Signer;
import io.flotilla.auth.token.TokenAnswer;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.problem.Problem;
import io.flotilla.kit.secret.Secret;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** A cookie that a service was shown, for the token of whoever it belongs to. */
@Path("/internal/tokens/exchange")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ExchangeResource {
    private static final int LONGEST_USER_AGENT = 1024;

    private final CurrentCaller caller;
    private final Authenticators authenticators;
    private final Signer signer;

    ExchangeResource(CurrentCaller caller, Authenticators authenticators, Signer signer) {
        this.caller = caller;
        this.authenticators = authenticators;
        this.signer = signer;
    }

    /** The body of the call. */
    public record Exchange(
            @Nullable String cookie, @Nullable String userAgent) {}

    @POST
    public TokenAnswer exchange(@Nullable Exchange wish) {
        var _ = caller.service();
        if (wish == null || wish.cookie() == null || wish.cookie().isEmpty()) {
            throw Problem.of(400, "cookie is missing").asException();
        }
        var credential = new Credential.Cookie(Secret.of(wish.cookie()), cut(wish.userAgent()));
        var known = ExchangeProblems.orThrow(authenticators.authenticate(credential));
        return TokenAnswer.internal(signer.sign(known.user(), known.until()));
    }

    private static @Nullable String cut(@Nullable String userAgent) {
        return userAgent == null || userAgent.length() <= LONGEST_USER_AGENT
                ? userAgent
                : userAgent.substring(0, LONGEST_USER_AGENT);
    }
}
