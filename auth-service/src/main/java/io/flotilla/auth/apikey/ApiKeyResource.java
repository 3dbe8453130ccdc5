package io.flotilla.auth.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.flotilla.auth.apikey.OwnApiKeys.Making;
import io.flotilla.kit.http.ClientAddress;
import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user's own API keys. Only people who signed in have some: no anonymous visitors, and no program for itself. */
@Path("/api/auth/api-keys")
@RunOnVirtualThread
public class ApiKeyResource {
    private final CurrentCaller caller;
    private final ClientAddress address;
    private final OwnApiKeys keys;

    ApiKeyResource(CurrentCaller caller, ClientAddress address, OwnApiKeys keys) {
        this.caller = caller;
        this.address = address;
        this.keys = keys;
    }

    /** A key as its owner sees it; {@code key}, its secret, only this once. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(
            String id,
            String name,
            String tenant,
            @Nullable String key,
            @JsonProperty("created_at") Instant createdAt,
            @JsonProperty("expires_at") @Nullable Instant expiresAt,
            @JsonProperty("last_used_at") @Nullable Instant lastUsedAt) {
        static Shown of(ApiKey key, @Nullable String secret) {
            return new Shown(
                    key.id(), key.name(), key.tenant(), secret, key.createdAt(), key.expiresAt(), key.lastUsedAt());
        }
    }

    /** All keys of a user. */
    public record Listed(@JsonProperty("api_keys") List<Shown> apiKeys) {}

    /** That it worked. */
    public record Done(boolean success) {}

    @GET
    public Listed list() {
        return new Listed(keys.of(person().userId()).stream()
                .map(key -> Shown.of(key, null))
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(@Nullable NewKey wish) {
        var user = person();
        return switch (keys.make(user, address.value(), wish == null ? new NewKey(null, null, null) : wish)) {
            case Making.Made(var key, var secret) ->
                Response.status(201).entity(Shown.of(key, secret.reveal())).build();
            case Making.Refused(var wrong) -> throw refused(wrong).asException();
            case Making.ForeignTenant() ->
                throw problem(403, "FORBIDDEN", "Only admins make keys for other tenants")
                        .asException();
            case Making.TooMany() ->
                throw problem(409, "LIMIT_REACHED", "There are " + OwnApiKeys.MOST + " API keys already")
                        .asException();
        };
    }

    @DELETE
    @Path("/{id}")
    public Done remove(@PathParam("id") String id) {
        if (!keys.remove(person(), address.value(), id)) {
            throw Problem.of(404, "Not found").asException();
        }
        return new Done(true);
    }

    private Caller.User person() {
        var user = caller.user();
        if (user.roles().contains("anonymous") || user.roles().contains("api")) {
            throw problem(403, "ACCOUNT_REQUIRED", "Sign in to an account first")
                    .asException();
        }
        return user;
    }

    private static Problem refused(NewKey.Wrong wrong) {
        return problem(422, "VALIDATION_FAILED", wrong.field() + ": " + wrong.rule())
                .with("field", wrong.field())
                .with("rule", wrong.rule());
    }

    private static Problem problem(int status, String code, String message) {
        return Problem.of(status, message).with("code", code).with("message", message);
    }
}
