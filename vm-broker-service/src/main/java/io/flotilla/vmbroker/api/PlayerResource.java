package io.flotilla.vmbroker.api;

import io.flotilla.kit.problem.Problem;
import io.flotilla.vmbroker.life.FindVms;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** {@code /vm/{id}}, what an {@code embed_url} opens: the full-page player. It says by itself when there is nothing to play. */
@Path("/vm/{id}")
@RunOnVirtualThread
public class PlayerResource {
    private static final String PAGE = "META-INF/resources/embed.html";
    /** Others may frame it, for that is what an embed URL is for; cursors are data: images, sound is a worklet. */
    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:;"
            + " worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    private final FindVms vms;

    public PlayerResource(FindVms vms) {
        this.vms = vms;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @APIResponse(responseCode = "200", description = "the player")
    @APIResponse(responseCode = "404", description = "the player, which says that there is no such VM any more")
    public Response page(@PathParam("id") String id) throws IOException {
        return Response.status(vms.isRunning(id) ? 200 : 404)
                .type("text/html; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .entity(page())
                .build();
    }

    private static byte[] page() throws IOException {
        try (var page = Thread.currentThread().getContextClassLoader().getResourceAsStream(PAGE)) {
            if (page == null) {
                throw Problem.of(404, "This server was built without its player")
                        .asException();
            }
            return page.readAllBytes();
        }
    }
}
