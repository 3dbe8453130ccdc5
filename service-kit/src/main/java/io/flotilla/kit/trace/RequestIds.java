package io.flotilla.kit.trace;

import io.flotilla.kit.id.IdSource;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Gives every request its id: the caller's if it is a harmless one, else a fresh one. */
@Singleton
final class RequestIds {
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final int BEFORE_EVERYTHING = 10_000;

    private final IdSource ids;

    RequestIds(IdSource ids) {
        this.ids = ids;
    }

    void register(@Observes Filters filters) {
        filters.register(this::mark, BEFORE_EVERYTHING);
    }

    private void mark(RoutingContext request) {
        var id = choose(request.request().getHeader(RequestId.HEADER));
        request.put(RequestId.KEY, id);
        MDC.put(RequestId.KEY, id);
        request.response().putHeader(RequestId.HEADER, id);
        request.next();
    }

    private String choose(@Nullable String offered) {
        return offered != null && HARMLESS.matcher(offered).matches() ? offered : ids.readable();
    }
}
