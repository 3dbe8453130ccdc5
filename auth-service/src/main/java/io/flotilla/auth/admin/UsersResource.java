package io.flotilla.auth.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import io.flotilla.kit.http.ClientAddress;
import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.identity.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Accounts, for administrators. */
@Path("/api/auth/users")
@RunOnVirtualThread
public class UsersResource {
    private static final int MOST = 200;
    private static final int LONGEST = 254;

    private final CurrentCaller caller;
    private final ClientAddress address;
    private final Accounts accounts;
    private final ChangeUser changing;

    UsersResource(CurrentCaller caller, ClientAddress address, Accounts accounts, ChangeUser changing) {
        this.caller = caller;
        this.address = address;
        this.accounts = accounts;
        this.changing = changing;
    }

    /** An account, as an administrator sees it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record User(
            String id,
            String username,
            @Nullable String email,
            List<String> roles,
            String status,
            @JsonProperty("created_at") String createdAt) {
        static User of(Account account) {
            return new User(
                    account.id(),
                    account.username(),
                    account.email(),
                    account.roles().stream().sorted().toList(),
                    account.status().name().toLowerCase(Locale.ROOT),
                    account.createdAt().toString());
        }
    }

    /** A page; {@code next} goes into {@code after} for the one that follows, and is missing on the last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Users(
            boolean success, List<User> users, @Nullable String next) {}

    /** The answer to a change. */
    public record Changed(boolean success, User user) {}

    /** The body of a change: what is missing stays. */
    public record Wish(@Nullable String status, @Nullable Set<String> roles) {}

    @GET
    public Users list(
            @QueryParam("query") @DefaultValue("") String query,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        var _ = admin();
        if (limit < 1 || limit > MOST) {
            throw UserProblems.invalid("limit", "A page has 1 to " + MOST + " users")
                    .asException();
        }
        if (query.length() > LONGEST || after.length() > LONGEST) {
            throw UserProblems.invalid("query", "The query is too long").asException();
        }
        var found = accounts.list(query, after, limit + 1);
        var page = found.stream().limit(limit).map(User::of).toList();
        return new Users(true, page, found.size() > limit ? page.getLast().id() : null);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Changed change(@PathParam("id") String id, @Nullable Wish wish) {
        var admin = admin();
        var status = wish == null ? null : status(wish.status());
        var roles = wish == null ? null : roles(wish.roles());
        if (status == null && roles == null) {
            throw UserProblems.invalid("status", "Nothing to change").asException();
        }
        if (id.equals(admin.userId())) {
            throw UserProblems.ownAccount().asException();
        }
        return switch (changing.change(admin, address.value(), id, status, roles)) {
            case Accounts.Change.Changed(var _, var now) -> new Changed(true, User.of(now));
            case Accounts.Change.Unknown _ -> throw UserProblems.unknown().asException();
            case Accounts.Change.LastAdmin _ -> throw UserProblems.lastAdmin().asException();
        };
    }

    private Caller.User admin() {
        var user = caller.user();
        if (!user.isAdmin()) {
            throw UserProblems.notAdmin().asException();
        }
        return user;
    }

    private static Account.@Nullable Status status(@Nullable String word) {
        return switch (word) {
            case null -> null;
            case "active" -> Account.Status.ACTIVE;
            case "disabled" -> Account.Status.DISABLED;
            default ->
                throw UserProblems.invalid("status", "A status is active or disabled")
                        .asException();
        };
    }

    /** Everybody is a user, said or not. */
    private static @Nullable Set<String> roles(@Nullable Set<String> words) {
        if (words == null) {
            return null;
        }
        if (!Set.of(Account.USER, Account.ADMIN).containsAll(words)) {
            throw UserProblems.invalid("roles", "Roles are user and admin").asException();
        }
        var all = new TreeSet<>(words);
        all.add(Account.USER);
        return all;
    }
}
