package io.flotilla.auth.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import io.flotilla.kit.identity.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The user behind the present cookie, token or API key. */
@Path("/api/auth/me")
@RunOnVirtualThread
public class MeResource {
    private final CurrentCaller caller;
    private final Accounts accounts;

    MeResource(CurrentCaller caller, Accounts accounts) {
        this.caller = caller;
        this.accounts = accounts;
    }

    /** The answer. */
    public record Me(
            Person user, @JsonProperty("session_id") String sessionId) {}

    /** A user, as they may know themselves; only accounts have names. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Person(
            String id,
            @Nullable String username,
            @Nullable String email,
            List<String> roles,
            boolean anonymous,
            @Nullable String tenant) {}

    @GET
    public Me me() {
        var user = caller.user();
        var account = user.roles().contains(Account.USER)
                ? accounts.find(user.userId()).orElse(null)
                : null;
        var roles = user.roles().stream().sorted().toList();
        return new Me(
                new Person(
                        user.userId(),
                        account == null ? null : account.username(),
                        account == null ? null : account.email(),
                        roles,
                        roles.contains("anonymous"),
                        user.tenant()),
                user.sessionId());
    }
}
