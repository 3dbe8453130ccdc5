package io.flotilla.auth.service;

import io.flotilla.auth.config.AuthConfig;
import io.flotilla.auth.limit.Attempts;
import io.flotilla.auth.limit.LimitProblems;
import io.flotilla.auth.token.Signer;
import io.flotilla.auth.token.Token;
import io.flotilla.auth.token.TokenAnswer;
import io.flotilla.kit.http.ClientAddress;
import io.flotilla.kit.problem.Problem;
import io.flotilla.kit.secret.Secret;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
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
        var login = Basic.parse(authorization);
        if (login == null) {
            throw denied().asException();
        }
        var limit = "service:" + login.name();
        attempts.take(limit, address.value()).ifPresent(wait -> {
            throw LimitProblems.spent(wait).asException();
        });
        if (!secrets.matches(login.name(), login.secret())) {
            throw denied().asException();
        }
        attempts.giveBack(limit, address.value());
        return TokenAnswer.internal(signer.sign(new Token.Service(login.name())));
    }

    private static Problem denied() {
        return Problem.of(401, "Unknown service or wrong secret").withHeader("WWW-Authenticate", "Basic");
    }

    /** Name and secret of HTTP Basic; null for anything else. */
    private record Basic(String name, Secret secret) {
        static @Nullable Basic parse(@Nullable String authorization) {
            if (authorization == null
                    || authorization.length() > 1024
                    || !authorization.toLowerCase(Locale.ROOT).startsWith("basic ")) {
                return null;
            }
            try {
                var text = new String(
                        Base64.getDecoder().decode(authorization.substring(6).strip()), StandardCharsets.UTF_8);
                int colon = text.indexOf(':');
                return colon < 1 ? null : new Basic(text.substring(0, colon), Secret.of(text.substring(colon + 1)));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }
}
