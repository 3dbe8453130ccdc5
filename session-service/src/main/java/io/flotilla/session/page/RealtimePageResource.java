package io.flotilla.session.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Who is connected, for administrators. The page itself finds out who looks at it, and the gateway who may ask. */
@Path("/admin/realtime")
@RunOnVirtualThread
public class RealtimePageResource {
    private final Pages pages;

    RealtimePageResource(Pages pages) {
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
    public byte[] page() {
        return pages.named("realtime").orElseThrow(NotFoundException::new);
    }
}
