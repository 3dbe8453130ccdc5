package io.flotilla.gateway.edge;

import io.vertx.core.http.HttpServerRequest;

/** Takes the requests that want to hear of user sessions. */
public interface EventsUpgrade {
    /** Answers or upgrades the request, at once or later; does not block. */
    void take(HttpServerRequest request, Arrival arrival);
}
