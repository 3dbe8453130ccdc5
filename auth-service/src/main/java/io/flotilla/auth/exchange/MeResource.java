package io.flotilla.auth.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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

    MeResource(CurrentCaller caller) {
        this.caller = caller;
    }

    /** The answer. */
    public record Me(
            Person user, @JsonProperty("session_id") String sessionId) {}

    /** A user, as they may know themselves. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Person(
            String id,
            List<String> roles,
            boolean anonymous,
            @Nullable String tenant) {}

    @GET
    public Me me() {
        var user = caller.user();
        var roles = user.roles().stream().sorted().toList();
        return new Me(new Person(user.userId(), roles, roles.contains("anonymous"), user.tenant()), user.sessionId());
    }
}
