package io.flotilla.auth.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flotilla.kit.identity.Caller;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asked for a ticket, as the caller of that moment. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record TicketHolder(
        String userId,
        String sessionId,
        String group,
        Set<String> roles,
        @Nullable String tenant) {
    TicketHolder {
        roles = Set.copyOf(roles);
    }

    static TicketHolder of(Caller.User user) {
        return new TicketHolder(user.userId(), user.sessionId(), user.group(), user.roles(), user.tenant());
    }

    /** An API client has no user session that could be asked for. */
    boolean isApiClient() {
        return roles.contains("api");
    }
}
