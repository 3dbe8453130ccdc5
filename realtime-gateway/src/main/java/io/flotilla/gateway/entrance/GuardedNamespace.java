package io.flotilla.gateway.entrance;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.namespace.Refusals;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.socket.Namespace;
import io.flotilla.socket.Socket;
import io.vertx.core.Future;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** A feature's namespace, as the engine sees it: counted, limited in rate, and deaf to sockets whose time is over. */
final class GuardedNamespace implements Namespace {
    private static final Logger LOG = Logger.getLogger(GuardedNamespace.class);

    /** As in {@link Refusals#unknown}. */
    private static final String UNAVAILABLE = "unavailable";

    private final Namespace inner;
    private final OpenLives lives;
    private final EntranceMetrics metrics;
    private final InstantSource clock;
    private final int eventsPerSecond;

    GuardedNamespace(
            Namespace inner, OpenLives lives, EntranceMetrics metrics, InstantSource clock, int eventsPerSecond) {
        this.inner = inner;
        this.lives = lives;
        this.metrics = metrics;
        this.clock = clock;
        this.eventsPerSecond = eventsPerSecond;
    }

    @Override
    public Future<Entry> enter(Socket socket, JsonNode auth) {
        return ask(socket, auth)
                .map(entry -> entry instanceof Entry.Accepted accepted ? guarded(socket, accepted) : entry)
                .recover(failure -> {
                    LOG.errorf(failure, "%s could not say whether to let somebody in", socket.namespace());
                    return Future.succeededFuture(Refusals.unknown());
                })
                .onSuccess(entry -> {
                    if (entry instanceof Entry.Refused refused) {
                        refused(socket, refused);
                    }
                });
    }

    private Future<Entry> ask(Socket socket, JsonNode auth) {
        try {
            return inner.enter(socket, auth);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private Entry guarded(Socket socket, Entry.Accepted accepted) {
        var listener = new GuardedListener(socket, accepted.listener(), lives, metrics, clock, eventsPerSecond);
        return new Entry.Accepted(listener, accepted.id(), accepted.recovery());
    }

    /** A client that is told no stays away for good; one that is cut off comes back by itself. */
    private void refused(Socket socket, Entry.Refused refused) {
        var data = refused.data();
        var code = data == null ? "other" : data.path("code").asText("other");
        metrics.refused(code);
        if (code.equals(UNAVAILABLE)) {
            socket.close(CloseCode.TRY_AGAIN.number(), CloseCode.TRY_AGAIN.reason());
        }
    }
}
