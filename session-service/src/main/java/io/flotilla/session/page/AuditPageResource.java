package io.flotilla.session.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Who did what, for those who may know. The page itself finds out who looks at it. */
@Path("/audit")
@RunOnVirtualThread
public class AuditPageResource {
    private final Pages pages;

    AuditPageResource(Pages pages) {
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
    public byte[] page() {
        return pages.named("audit").orElseThrow(NotFoundException::new);
    }
}
