package io.flotilla.socket.engineio;

import io.flotilla.socket.payload.Outbound;
import io.flotilla.socket.payload.Payload;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** One HTTP request and its answer, which may be given from any thread, once; later ones are dropped. */
final class Exchange {
    private static final String JSON = "application/json";

    private final HttpServerRequest request;
    private final Context context;

    /** To be made on the request's event loop. */
    Exchange(HttpServerRequest request, Context context) {
        this.request = request;
        this.context = context;
    }

    HttpServerRequest request() {
        return request;
    }

    /** The client went away before it had an answer. On the request's event loop. */
    void whenLost(Runnable lost) {
        context.runOnContext(now -> {
            var response = request.response();
            if (response.closed()) {
                lost.run();
            } else if (!response.ended()) {
                response.closeHandler(closed -> lost.run());
            }
        });
    }

    void packets(List<Outbound> packets) {
        // Not text/html: nothing of it is to be shown as a page.
        answer(200, "text/plain; charset=UTF-8", Payload.joined(packets));
    }

    void taken() {
        answer(200, "text/html", Buffer.buffer("ok"));
    }

    void refuse(EngineError error) {
        refuse(error.status(), error.code(), error.message());
    }

    void refuse(int status, int code, String message) {
        answer(
                status,
                JSON,
                new JsonObject().put("code", code).put("message", message).toBuffer());
    }

    /** As the reference answers an upgrade: the words alone, and that is the end of the connection. */
    void refuseUpgrade(EngineError error) {
        hangUpAfter();
        answer(error.status(), "text/html", Buffer.buffer(error.message()));
    }

    /** What is left of the body is not worth reading. */
    void tooBig() {
        hangUpAfter();
        answer(413, "", Buffer.buffer());
    }

    void empty(int status) {
        answer(status, "", Buffer.buffer());
    }

    private void hangUpAfter() {
        context.runOnContext(now -> {
            var response = request.response();
            if (!response.headWritten()) {
                response.putHeader(HttpHeaders.CONNECTION, "close");
            }
        });
    }

    private void answer(int status, String type, Buffer body) {
        context.runOnContext(now -> {
            var response = request.response();
            if (response.ended() || response.closed()) {
                return;
            }
            response.setStatusCode(status).putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            if (!type.isEmpty()) {
                response.putHeader(HttpHeaders.CONTENT_TYPE, type);
            }
            response.end(body);
        });
    }

    /** Hangs up without a word. */
    void abort() {
        context.runOnContext(now -> {
            if (!request.response().ended()) {
                request.response().reset();
            }
        });
    }
}
