package io.flotilla.session.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A person's account: devices, platform connections, keys. The page itself finds out who looks at it. */
@Path("/account")
@RunOnVirtualThread
public class AccountPageResource {
    private final Pages pages;

    AccountPageResource(Pages pages) {
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
    public byte[] page() {
        return pages.named("account").orElseThrow(NotFoundException::new);
    }
}
