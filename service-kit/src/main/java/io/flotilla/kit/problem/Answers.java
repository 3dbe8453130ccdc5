package io.flotilla.kit.problem;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Turns a {@link Problem} into the answer on the wire, in the dialect of the path that was asked. */
@Singleton
final class Answers {
    private final CurrentVertxRequest current;
    private final List<ErrorDialect> dialects;

    Answers(CurrentVertxRequest current, @All List<ErrorDialect> dialects) {
        this.current = current;
        this.dialects = dialects;
    }

    Response answer(Problem problem) {
        var spoken = inDialect(problem);
        var response = Response.status(spoken.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(spoken.body());
        spoken.headers().forEach(response::header);
        return response.build();
    }

    /** The path that was asked, without query. */
    String path() {
        var request = current.getCurrent();
        return request == null ? "" : request.normalizedPath();
    }

    private Problem inDialect(Problem problem) {
        var path = path();
        for (var dialect : dialects) {
            if (dialect.appliesTo(path)) {
                return dialect.translate(problem);
            }
        }
        return problem;
    }
}
