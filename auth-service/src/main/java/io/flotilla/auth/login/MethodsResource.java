package io.flotilla.auth.login;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flotilla.auth.config.AuthConfig;
import io.flotilla.auth.signin.SignInProviders;
import io.flotilla.kit.config.KitConfig;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** How one may sign in here, for everybody. */
@Path("/api/auth/methods")
@RunOnVirtualThread
public class MethodsResource {
    private final List<String> open;
    private final boolean signUp;
    private final SignInProviders providers;

    MethodsResource(KitConfig kit, AuthConfig config, SignInProviders providers) {
        this.open = kit.authenticators();
        this.signUp = config.password().signUp();
        this.providers = providers;
    }

    /** The answer. */
    public record Methods(
            boolean anonymous,
            boolean password,
            @JsonProperty("sign_up") boolean signUp,
            List<SignInProviders.Provider> oidc) {}

    @GET
    public Methods methods() {
        boolean password = open.contains(LoginResource.METHOD);
        return new Methods(
                open.contains("anonymous"),
                password,
                password && signUp,
                open.contains("oidc") ? providers.providers() : List.of());
    }
}
