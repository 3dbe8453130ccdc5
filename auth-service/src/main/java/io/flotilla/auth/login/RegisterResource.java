package io.flotilla.auth.login;

import io.flotilla.auth.config.AuthConfig;
import io.flotilla.auth.signin.SignIn;
import io.flotilla.auth.signin.Visit;
import io.flotilla.kit.config.KitConfig;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Opening an account, which also signs in. */
@Path("/api/auth/register")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RegisterResource {
    private final boolean open;
    private final Registration registration;
    private final SignIn signIn;
    private final Visit visit;
    private final DeviceCookie devices;

    RegisterResource(
            KitConfig kit,
            AuthConfig config,
            Registration registration,
            SignIn signIn,
            Visit visit,
            DeviceCookie devices) {
        this.open = kit.authenticators().contains(LoginResource.METHOD)
                && config.password().signUp();
        this.registration = registration;
        this.signIn = signIn;
        this.visit = visit;
        this.devices = devices;
    }

    @POST
    @io.flotilla.kit.csrf.SignIn
    public Response register(Registration.@Nullable Wish wish) {
        if (!open) {
            throw LoginProblems.switchedOff("Opening an account").asException();
        }
        var wanted = wish == null ? new Registration.Wish(null, null, null) : wish;
        return switch (registration.register(wanted, visit.address())) {
            case Registration.Outcome.Invalid(var broken) ->
                throw LoginProblems.broken(broken).asException();
            case Registration.Outcome.Exists _ ->
                throw LoginProblems.accountExists().asException();
            case Registration.Outcome.Registered(var account) ->
                LoginResource.answer(201, signIn.signIn(account, visit.browser(LoginResource.METHOD)), devices, visit);
        };
    }
}
