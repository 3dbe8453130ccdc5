package io.flotilla.session.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** Where nothing is: a page for people, JSON for programs. */
@Provider
public class NotFoundMapper implements ExceptionMapper<NotFoundException> {
    private final Pages pages;
    private final RoutingContext request;

    NotFoundMapper(Pages pages, RoutingContext request) {
        this.pages = pages;
        this.request = request;
    }

    @Override
    public Response toResponse(NotFoundException nothing) {
        var answer = Response.status(Response.Status.NOT_FOUND);
        return wantsPage()
                ? answer.type(MediaType.TEXT_HTML + ";charset=utf-8")
                        .entity(pages.notFound())
                        .build()
                : answer.type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(Map.of("error", "Not found"))
                        .build();
    }

    private boolean wantsPage() {
        var path = request.normalizedPath();
        var accept = request.request().getHeader("Accept");
        boolean forPrograms = path.startsWith("/api/") || path.equals("/api") || path.startsWith("/internal/");
        return !forPrograms && accept != null && accept.contains("text/html");
    }
}
