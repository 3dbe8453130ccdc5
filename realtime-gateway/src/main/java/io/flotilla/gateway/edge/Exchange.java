package io.flotilla.gateway.edge;

import io.flotilla.gateway.GatewayConfig;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import org.jboss.logging.Logger;

/**
 * One request on its way through the edge. Both bodies are streamed with back-pressure. Whatever goes wrong, the client hears of it: by
 * an answer as long as none has begun, by a broken connection after that. Lives on the request's event loop.
 */
final class Exchange {
    private static final Logger LOG = Logger.getLogger(Exchange.class);
    private static final long NONE = -1;

    private final Vertx vertx;
    private final HttpClient client;
    private final GatewayConfig.Edge config;
    private final Backend backend;
    private final HttpServerRequest request;
    private final RequestOptions options;
    private final boolean bodiless;
    private final boolean repeatable;

    private long received;
    private long timer = NONE;
    private boolean repeated;
    private boolean over;

    Exchange(
            Vertx vertx,
            HttpClient client,
            GatewayConfig.Edge config,
            Backend backend,
            HttpServerRequest request,
            RequestOptions options) {
        this.vertx = vertx;
        this.client = client;
        this.config = config;
        this.backend = backend;
        this.request = request;
        this.options = options;
        this.bodiless = !request.headers().contains("Content-Length")
                && !request.headers().contains("Transfer-Encoding");
        this.repeatable = bodiless
                && (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD));
    }

    void begin() {
        client.request(options).onSuccess(this::send).onFailure(this::away);
    }

    static void tooLarge(HttpServerRequest request) {
        EdgeAnswers.refuse(request.response().putHeader("Connection", "close"), 413, "The request body is too large")
                // What is left of the body is not read: the connection is of no use any more.
                .onComplete(said -> request.connection().close());
    }

    private void send(HttpClientRequest upstream) {
        request.response().closeHandler(gone -> upstream.reset());
        // Said by the future, too; without a handler it would be logged as well.
        upstream.exceptionHandler(failure -> {});
        upstream.response().onSuccess(this::answer).onFailure(failure -> failed(upstream, failure));
        if (bodiless) {
            request.resume();
            upstream.end();
            awaitAnswer(upstream);
            return;
        }
        if (!options.getHeaders().contains("Content-Length")) {
            upstream.setChunked(true);
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect")) && request.version() != HttpVersion.HTTP_1_0) {
            request.response().writeContinue();
        }
        request.exceptionHandler(broken -> upstream.reset());
        request.handler(chunk -> body(upstream, chunk));
        request.endHandler(end -> {
            upstream.end();
            awaitAnswer(upstream);
        });
        request.resume();
    }

    private void body(HttpClientRequest upstream, Buffer chunk) {
        received += chunk.length();
        if (received > config.maxBody().asLongValue()) {
            over = true;
            request.pause();
            upstream.reset();
            tooLarge(request);
            return;
        }
        upstream.write(chunk);
        if (upstream.writeQueueFull()) {
            request.pause();
            upstream.drainHandler(drained -> request.resume());
        }
    }

    private void awaitAnswer(HttpClientRequest upstream) {
        timer = vertx.setTimer(config.answerTimeout().toMillis(), late -> {
            if (!over) {
                over = true;
                LOG.warnf("%s did not answer %s %s in time", backend.serviceName(), request.method(), request.path());
                EdgeAnswers.refuse(request.response(), 504, backend.serviceName() + " did not answer in time");
                upstream.reset();
            }
        });
    }

    private void answer(HttpClientResponse answer) {
        settle();
        var response = request.response();
        if (over || response.ended() || response.closed()) {
            answer.request().reset();
            return;
        }
        response.setStatusCode(answer.statusCode()).setStatusMessage(answer.statusMessage());
        HeaderRules.response(answer.headers(), response.headers());
        if (hasNoBody(answer)) {
            answer.resume();
            response.end();
            return;
        }
        if (!response.headers().contains("Content-Length")) {
            if (request.version() == HttpVersion.HTTP_1_0) {
                response.putHeader("Connection", "close");
            } else {
                response.setChunked(true);
            }
        }
        // Half an answer must not end like a whole one.
        answer.pipe().endOnFailure(false).to(response).onFailure(broken -> request.connection()
                .close());
    }

    private boolean hasNoBody(HttpClientResponse answer) {
        return request.method().equals(HttpMethod.HEAD) || answer.statusCode() == 204 || answer.statusCode() == 304;
    }

    /** A kept connection may have been closed just as it was taken from the pool: worth a second try where that is harmless. */
    private void failed(HttpClientRequest upstream, Throwable failure) {
        settle();
        if (over) {
            return;
        }
        if (repeatable && !repeated && !(failure instanceof StreamResetException)) {
            repeated = true;
            begin();
            return;
        }
        upstream.reset();
        away(failure);
    }

    private void away(Throwable failure) {
        if (!over) {
            over = true;
            LOG.debugf("%s is away: %s", backend.serviceName(), failure.getMessage());
            EdgeAnswers.away(request, backend, config.retryAfter());
            skipBody();
        }
    }

    /** The connection is good for another request only when this one's body has been read. */
    private void skipBody() {
        if (request.isEnded()) {
            return;
        }
        if (bodiless || request.headers().contains("Content-Length")) {
            request.handler(chunk -> {});
            request.endHandler(end -> {});
            request.resume();
        } else {
            request.connection().close();
        }
    }

    private void settle() {
        if (timer != NONE) {
            vertx.cancelTimer(timer);
            timer = NONE;
        }
    }
}
