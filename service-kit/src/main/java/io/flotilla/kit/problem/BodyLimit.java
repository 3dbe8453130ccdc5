package io.flotilla.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses in JSON a body announced beyond the limit, which the server underneath would refuse without a word. */
@Singleton
final class BodyLimit {
    private static final int BEFORE_THE_SERVER_DOES = 8_000;

    private final long largest;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M") MemorySize largest) {
        this.largest = largest.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_SERVER_DOES);
    }

    private void check(RoutingContext request) {
        if (announcedLength(request) <= largest) {
            request.next();
            return;
        }
        var problem = Problem.of(413, "The request is too large");
        // Closes the connection: what is left of the request is not worth reading.
        var _ = request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", "application/json")
                .putHeader("Connection", "close")
                .end(new JsonObject(problem.body()).encode());
    }

    private static long announcedLength(RoutingContext request) {
        var length = request.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
