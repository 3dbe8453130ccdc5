package io.flotilla.auth.login;

import io.flotilla.auth.account.Broken;
import io.flotilla.auth.limit.LimitProblems;
import io.flotilla.auth.signin.SignIn;
import io.flotilla.auth.signin.SignInResult;
import io.flotilla.auth.signin.Visit;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.secret.Secret;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Signing in with a name and a password. */
@Path("/api/auth/login")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LoginResource {
    static final String METHOD = "password";

    private final KitConfig config;
    private final PasswordCheck check;
    private final SignIn signIn;
    private final Visit visit;
    private final DeviceCookie devices;

    LoginResource(KitConfig config, PasswordCheck check, SignIn signIn, Visit visit, DeviceCookie devices) {
        this.config = config;
        this.check = check;
        this.signIn = signIn;
        this.visit = visit;
        this.devices = devices;
    }

    /** The body of the call: one of the names, and the password. */
    public record Wish(
            @Nullable String username,
            @Nullable String email,
            @Nullable String password) {
        @Nullable
        String name() {
            return username != null ? username : email;
        }
    }

    @POST
    @io.flotilla.kit.csrf.SignIn
    public Response login(@Nullable Wish wish) {
        if (!config.authenticators().contains(METHOD)) {
            throw LoginProblems.switchedOff("Signing in with a password").asException();
        }
        var name = wish == null ? null : wish.name();
        if (wish == null || name == null || name.isEmpty()) {
            throw missing("username", "A user name or e-mail address is needed");
        }
        if (wish.password() == null || wish.password().isEmpty()) {
            throw missing("password", "A password is needed");
        }
        var offer =
                new PasswordCheck.Offer(name, Secret.of(wish.password()), visit.address(), devices.of(visit), METHOD);
        return switch (check.check(offer)) {
            case PasswordCheck.Checked.Right(var account) ->
                answer(200, signIn.signIn(account, visit.browser(METHOD)), devices, visit);
            case PasswordCheck.Checked.Wrong _ ->
                throw LoginProblems.invalidCredentials().asException();
            case PasswordCheck.Checked.Waits(var left) ->
                throw LimitProblems.spent(left).asException();
        };
    }

    /** What a browser is told that was just signed in. */
    static Response answer(int status, SignInResult result, DeviceCookie devices, Visit visit) {
        return switch (result) {
            case SignInResult.Refused _ ->
                throw LoginProblems.invalidCredentials().asException();
            case SignInResult.SignedIn(var account, var session) -> {
                var token = session.csrfToken();
                var cookie = session.setCookie();
                var response = Response.status(status)
                        .entity(new Person.SignedIn(Person.of(account), token == null ? null : token.reveal()))
                        .header("Cache-Control", "no-store")
                        .header("Set-Cookie", devices.set(account.id(), devices.of(visit)));
                yield (cookie == null ? response : response.header("Set-Cookie", cookie.reveal())).build();
            }
        };
    }

    private static RuntimeException missing(String field, String message) {
        return LoginProblems.broken(new Broken(field, "required", message)).asException();
    }
}
