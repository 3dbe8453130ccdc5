package io.flotilla.gateway.edge;

import io.vertx.core.http.HttpServerRequest;

/** Takes the requests that want to become media sockets. */
public interface MediaUpgrade {
    /** Answers or upgrades the request, at once or later; does not block. */
    void take(HttpServerRequest request, String vmId, Arrival arrival);
}
