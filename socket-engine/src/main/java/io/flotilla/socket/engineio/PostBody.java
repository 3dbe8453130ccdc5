package io.flotilla.socket.engineio;

import io.flotilla.socket.websocket.Utf8Check;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;

/** Reads the body of one POST on its request's event loop, and no more of it than may be. */
final class PostBody {
    private final Session session;
    private final Exchange exchange;
    private final int most;
    private final Buffer body = Buffer.buffer();
    private boolean over;

    private PostBody(Session session, Exchange exchange, int most) {
        this.session = session;
        this.exchange = exchange;
        this.most = most;
    }

    static void take(Session session, Exchange exchange, int most) {
        var request = exchange.request();
        if (!session.posts().begin(exchange)) {
            exchange.refuse(EngineError.BAD_REQUEST);
            return;
        }
        if ("application/octet-stream".equals(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
            session.posts().lost(exchange);
            exchange.refuse(EngineError.BAD_REQUEST);
            return;
        }
        var reading = new PostBody(session, exchange, most);
        request.handler(reading::add);
        request.endHandler(end -> reading.done());
        request.exceptionHandler(lost -> reading.lost());
        request.resume();
    }

    private void add(Buffer piece) {
        if (over) {
            return;
        }
        if (body.length() + piece.length() > most) {
            over = true;
            session.posts().end(exchange);
            exchange.tooBig();
        } else {
            body.appendBuffer(piece);
        }
    }

    private void done() {
        if (over) {
            return;
        }
        over = true;
        var bytes = body.getBytes();
        if (Utf8Check.isUtf8(bytes, 0, bytes.length)) {
            session.run(() -> session.posts().heard(exchange, bytes));
        } else {
            session.posts().lost(exchange);
            exchange.refuse(EngineError.BAD_REQUEST);
        }
    }

    private void lost() {
        if (!over) {
            over = true;
            session.posts().lost(exchange);
        }
    }
}
