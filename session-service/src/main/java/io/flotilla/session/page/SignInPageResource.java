package io.flotilla.session.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where people sign in or create an account. The page itself finds out who looks at it. */
@Path("/sign-in")
@RunOnVirtualThread
public class SignInPageResource {
    private final Pages pages;

    SignInPageResource(Pages pages) {
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
    public byte[] page() {
        return pages.named("sign-in").orElseThrow(NotFoundException::new);
    }
}
