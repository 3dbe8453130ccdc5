package io.flotilla.vmbroker.egress;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.List;

/** One plain request passed on to a checked address and its answer passed back, bodies streamed, an upgrade turned into a tunnel. */
final class PlainExchange {
    private final HttpServerRequest request;
    private final PlainTarget target;

    PlainExchange(HttpServerRequest request, PlainTarget target) {
        this.request = request;
        this.target = target;
    }

    /** Fails only while nothing was answered yet. */
    Future<Void> run(Outbound outbound, List<SocketAddress> addresses) {
        var options = new RequestOptions()
                .setMethod(request.method())
                .setHost(target.destination().host())
                .setPort(target.destination().port())
                .setURI(target.uri())
                .setFollowRedirects(false);
        return outbound.request(options, addresses).compose(this::pass);
    }

    private Future<Void> pass(HttpClientRequest onward) {
        HopHeaders.copyWithout(request.headers(), onward.headers());
        onward.putHeader(HttpHeaders.HOST, target.authority());
        request.response().exceptionHandler(_ -> onward.reset());
        request.connection().closeHandler(_ -> onward.reset());
        if (request.getHeader(HttpHeaders.UPGRADE) != null) {
            onward.putHeader(HttpHeaders.CONNECTION, "Upgrade");
            onward.putHeader(HttpHeaders.UPGRADE, request.getHeader(HttpHeaders.UPGRADE));
            return onward.connect().map(this::switched);
        }
        var chunked = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (!chunked && request.getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            request.resume();
            return onward.send().map(this::answered);
        }
        onward.setChunked(chunked);
        return onward.send(request).map(this::answered);
    }

    private Void answered(HttpClientResponse answer) {
        var response = request.response();
        if (response.closed()) {
            answer.request().reset();
            return done();
        }
        copyHead(answer);
        if (answer.getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            response.setChunked(true);
        }
        answer.pipeTo(response).onFailure(_ -> request.connection().close());
        return done();
    }

    private Void switched(HttpClientResponse answer) {
        if (answer.statusCode() != 101) {
            return answered(answer);
        }
        copyHead(answer);
        request.response()
                .putHeader(HttpHeaders.CONNECTION, "Upgrade")
                .putHeader(HttpHeaders.UPGRADE, answer.getHeader(HttpHeaders.UPGRADE));
        request.toNetSocket()
                .onSuccess(near -> Pipes.join(near, answer.netSocket()))
                .onFailure(_ -> answer.netSocket().close());
        return done();
    }

    private void copyHead(HttpClientResponse answer) {
        request.response().setStatusCode(answer.statusCode()).setStatusMessage(answer.statusMessage());
        HopHeaders.copyWithout(answer.headers(), request.response().headers());
    }

    @SuppressWarnings("NullAway") // Void has no other value
    private static Void done() {
        return null;
    }
}
