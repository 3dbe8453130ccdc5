package io.flotilla.auth.login;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flotilla.auth.account.Accounts;
import io.flotilla.auth.account.Broken;
import io.flotilla.auth.limit.LimitProblems;
import io.flotilla.auth.login.PasswordChange.Outcome;
import io.flotilla.auth.signin.SignIn;
import io.flotilla.auth.signin.Visit;
import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.AuditTrail;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.secret.Secret;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One's own password. */
@Path("/api/auth/password")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PasswordResource {
    private final KitConfig config;
    private final CurrentCaller caller;
    private final Accounts accounts;
    private final PasswordChange change;
    private final SignIn signIn;
    private final Visit visit;
    private final DeviceCookie devices;
    private final AuditEntries entries;
    private final AuditTrail audit;

    PasswordResource(
            KitConfig config,
            CurrentCaller caller,
            Accounts accounts,
            PasswordChange change,
            SignIn signIn,
            Visit visit,
            DeviceCookie devices,
            AuditEntries entries,
            AuditTrail audit) {
        this.config = config;
        this.caller = caller;
        this.accounts = accounts;
        this.change = change;
        this.signIn = signIn;
        this.visit = visit;
        this.devices = devices;
        this.entries = entries;
        this.audit = audit;
    }

    /** The body of the call. */
    public record Wish(
            @JsonProperty("current_password") @Nullable String currentPassword,
            @JsonProperty("new_password") @Nullable String newPassword) {}

    /** A browser goes on with a new session; a program signs in again. */
    @POST
    public Response change(@Nullable Wish wish) {
        if (!config.authenticators().contains(LoginResource.METHOD)) {
            throw LoginProblems.switchedOff("Signing in with a password").asException();
        }
        var user = caller.user();
        var entry = user.roles().contains("api")
                ? null
                : accounts.entry(user.userId()).orElse(null);
        if (entry == null || entry.passwordHash() == null) {
            throw LoginProblems.noPassword().asException();
        }
        if (wish == null
                || wish.currentPassword() == null
                || wish.currentPassword().isEmpty()) {
            throw LoginProblems.broken(new Broken("current_password", "required", "The present password is needed"))
                    .asException();
        }
        var account = entry.account();
        var offer = new PasswordCheck.Offer(
                account.username(),
                Secret.of(wish.currentPassword()),
                visit.address(),
                devices.of(visit),
                LoginResource.METHOD);
        var wanted = wish.newPassword() == null ? null : Secret.of(wish.newPassword());
        return switch (change.change(account, offer, wanted)) {
            case Outcome.Invalid(var broken) ->
                throw LoginProblems.broken(broken).asException();
            case Outcome.Wrong _ -> throw LoginProblems.invalidCredentials().asException();
            case Outcome.Waits(var left) -> throw LimitProblems.spent(left).asException();
            case Outcome.Overtaken _ -> throw LoginProblems.changedMeanwhile().asException();
            case Outcome.Changed(var changed) -> {
                audit.record(entries.of("password-changed")
                        .by(changed.id(), changed.username())
                        .inSession(user.sessionId())
                        .from(visit.address()));
                yield user.byCookie()
                        ? LoginResource.answer(
                                200, signIn.signIn(changed, visit.browser(LoginResource.METHOD)), devices, visit)
                        : Response.ok(Map.of("success", true)).build();
            }
        };
    }
}
