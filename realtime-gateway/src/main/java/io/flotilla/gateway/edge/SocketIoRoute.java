package io.flotilla.gateway.edge;

import io.vertx.core.http.HttpServerRequest;

/** Takes the requests of the Socket.IO port, of whatever transport. */
public interface SocketIoRoute {
    /** Answers or upgrades the request, at once or later; does not block. */
    void take(HttpServerRequest request, Arrival arrival);
}
