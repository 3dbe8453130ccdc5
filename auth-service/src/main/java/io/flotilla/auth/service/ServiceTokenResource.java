package io.flotilla.auth.service;

import io.flotilla.auth.config.AuthConfig;
import io.flotilla.auth.exchange.BasicLogin;
import io.flotilla.auth.limit.Attempts;
import io.flotilla.auth.limit.LimitProblems;
import io.flotilla.auth.token.Signer;
import io.flotilla.auth.token.Token;
import io.flotilla.auth.token.TokenAnswer;
import io.flotilla.kit.http.ClientAddress;
import io.flotilla.kit.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** A service's token for its name and secret (HTTP Basic). */
@Path("/internal/tokens/service")
@RunOnVirtualThread
public class ServiceTokenResource {
    private final ClientSecrets secrets;
    private final Attempts attempts;
    private final ClientAddress address;
    private final Signer signer;

    ServiceTokenResource(AuthConfig config, Attempts attempts, ClientAddress address, Signer signer) {
        this.secrets = ClientSecrets.parse(config.serviceSecrets().orElse(""));
        this.attempts = attempts;
        this.address = address;
        this.signer = signer;
    }

    @POST
    public TokenAnswer token(@HeaderParam("Authorization") @Nullable String authorization) {
        var login = BasicLogin.parse(authorization);
        if (login == null) {
            throw denied().asException();
        }
        var limit = "service:" + login.name();
        attempts.take(limit, address.value()).ifPresent(wait -> {
            throw LimitProblems.spent(wait).asException();
        });
        if (!secrets.matches(login.name(), login.password())) {
            throw denied().asException();
        }
        attempts.giveBack(limit, address.value());
        return TokenAnswer.internal(signer.sign(new Token.Service(login.name())));
    }

    private static Problem denied() {
        return Problem.of(401, "Unknown service or wrong secret").withHeader("WWW-Authenticate", "Basic");
    }
}
