package io.flotilla.kit.limit;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells clients how much is left, on every answer to a counted call, refusals too. */
@Provider
public final class LimitHeadersFilter implements ContainerResponseFilter {
    private final CallLimit current;

    LimitHeadersFilter(CallLimit current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var counted = current.counted();
        if (counted == null) {
            return;
        }
        var headers = response.getHeaders();
        headers.putSingle("X-RateLimit-Limit", counted.limit());
        headers.putSingle("X-RateLimit-Remaining", counted.remaining());
        headers.putSingle("X-RateLimit-Reset", counted.resetSeconds());
    }
}
