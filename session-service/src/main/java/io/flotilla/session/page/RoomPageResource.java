package io.flotilla.session.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** One page for all rooms: it finds out by itself whether the room in its address exists, and says so in words. */
@Path("/room/{id}")
@RunOnVirtualThread
public class RoomPageResource {
    private final Pages pages;

    RoomPageResource(Pages pages) {
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
    public byte[] room(@PathParam("id") String id) {
        return pages.named("room").orElseThrow(NotFoundException::new);
    }
}
