package io.flotilla.session.audit;

import io.flotilla.kit.audit.AuditEntry;
import io.flotilla.kit.http.ClientAddress;
import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.identity.CurrentCaller;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** From the HTTP request that is being answered; facts and schedules have none, and their entries no actor. */
@ApplicationScoped
class RequestWhence implements Acts.Whence {
    private final CurrentVertxRequest request;
    private final CurrentCaller caller;
    private final ClientAddress address;

    RequestWhence(CurrentVertxRequest request, CurrentCaller caller, ClientAddress address) {
        this.request = request;
        this.caller = caller;
        this.address = address;
    }

    @Override
    public AuditEntry fill(AuditEntry entry) {
        if (!Arc.requireContainer().requestContext().isActive() || request.getCurrent() == null) {
            return entry;
        }
        return switch (caller.get()) {
            case Caller.User user ->
                entry.by(user.userId(), null).inSession(user.sessionId()).from(address.value());
            case Caller.Nobody _ -> entry.from(address.value());
            // The address would be a service's.
            case Caller.Service(var _, var onBehalfOf) -> entry.by(onBehalfOf, null);
        };
    }
}
