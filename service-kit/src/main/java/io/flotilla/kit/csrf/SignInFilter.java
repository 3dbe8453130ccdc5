package io.flotilla.kit.csrf;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells {@link CsrfFilter} that the route is {@link SignIn}; a binding needs no reflection at run time. */
@Provider
@SignIn
@Priority(CsrfFilter.PRIORITY - 1)
public final class SignInFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(CsrfFilter.key(SignIn.class), true);
    }
}
