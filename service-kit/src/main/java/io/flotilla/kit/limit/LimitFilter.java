package io.flotilla.kit.limit;

import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;

/**
 * Counts what {@link LimitRules} names, after the caller is known and before anything is decided about the call: guesses count too.
 * Counting waits for Redis, so where the request is on an event loop it is suspended and a virtual thread counts.
 */
@Provider
@Priority(LimitFilter.PRIORITY)
public final class LimitFilter implements ResteasyReactiveContainerRequestFilter {
    static final int PRIORITY = Priorities.AUTHENTICATION + 500;

    private final LimitRules rules;
    private final CallLimit current;

    LimitFilter(LimitRules rules, CallLimit current) {
        this.rules = rules;
        this.current = current;
    }

    @Override
    public void filter(ResteasyReactiveContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        var limitClass = rules.of(request.getMethod(), path.startsWith("/") ? path : "/" + path);
        if (limitClass.isEmpty()) {
            return;
        }
        var counting = ClientProxy.unwrap(current).counting(limitClass.get());
        if (BlockingOperationControl.isBlockingAllowed()) {
            counting.run();
            return;
        }
        request.suspend();
        Thread.ofVirtual().name("limit").start(() -> {
            try {
                counting.run();
                request.resume();
            } catch (Throwable e) {
                request.resume(e);
            }
        });
    }
}
