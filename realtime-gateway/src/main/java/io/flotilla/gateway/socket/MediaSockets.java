package io.flotilla.gateway.socket;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.admission.Admission;
import io.flotilla.gateway.admission.Doorkeeper;
import io.flotilla.gateway.admission.Pass;
import io.flotilla.gateway.admission.SocketToken;
import io.flotilla.gateway.edge.Arrival;
import io.flotilla.gateway.edge.EdgeAnswers;
import io.flotilla.gateway.edge.MediaUpgrade;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.id.IdSource;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Turns requests into media sockets. The request is held while its token is looked at; then it is upgraded even if it is refused, as a
 * browser learns why only from a close code. What is no player's fault (a foreign page, a dependency away, a drain) stays plain HTTP.
 */
@Singleton
final class MediaSockets implements MediaUpgrade {
    private static final Logger LOG = Logger.getLogger(MediaSockets.class);

    private final Vertx vertx;
    private final Doorkeeper doorkeeper;
    private final Connections connections;
    private final SocketSessions sessions;
    private final Drain drain;
    private final IdSource ids;
    private final Origins origins;
    private final GatewayConfig config;

    MediaSockets(
            Vertx vertx,
            Doorkeeper doorkeeper,
            Connections connections,
            SocketSessions sessions,
            Drain drain,
            IdSource ids,
            GatewayConfig config,
            KitConfig kit) {
        this.vertx = vertx;
        this.doorkeeper = doorkeeper;
        this.connections = connections;
        this.sessions = sessions;
        this.drain = drain;
        this.ids = ids;
        this.config = config;
        Set<String> listed = new HashSet<>(config.allowedOrigins().orElse(Set.of()));
        kit.publicUrl().map(MediaSockets::origin).ifPresent(listed::add);
        this.origins = new Origins(listed);
    }

    @Override
    public void take(HttpServerRequest request, String vmId, Arrival arrival) {
        var offer = Offer.of(request.headers().getAll("Sec-WebSocket-Protocol"));
        if (drain.isDraining()) {
            unavailable(request, "This node shuts down; try again");
        } else if (!offer.speaksOurs()) {
            EdgeAnswers.refuse(request.response(), 400, "Subprotocol " + Offer.PROTOCOL + " is needed");
        } else if (!(offer.token() instanceof SocketToken.Embed)
                && !origins.allow(request.getHeader("Origin"), arrival.host())) {
            EdgeAnswers.refuse(request.response(), 403, "Sockets are not open to pages of this origin");
        } else {
            askDoorkeeper(request, vmId, offer.token(), arrival);
        }
    }

    private void askDoorkeeper(HttpServerRequest request, String vmId, SocketToken token, Arrival arrival) {
        request.pause();
        var context = vertx.getOrCreateContext();
        var id = ids.readable();
        Thread.ofVirtual().name("admission-" + id).start(() -> {
            Admission admission;
            try {
                admission = doorkeeper.admit(vmId, token, id);
            } catch (RuntimeException e) {
                LOG.errorf(e, "Admission to VM %s failed", vmId);
                admission = new Admission.Unknown();
            }
            var answer = admission;
            context.runOnContext(nothing -> answer(request, id, answer, arrival));
        });
    }

    private void answer(HttpServerRequest request, String id, Admission admission, Arrival arrival) {
        switch (admission) {
            case Admission.Unknown() ->
                unavailable(request, "It cannot be checked now whether you may watch; try again");
            case Admission.Refused(var code) -> turnAway(request, code);
            case Admission.Admitted(var pass) -> welcome(request, id, pass, arrival);
        }
    }

    private void welcome(HttpServerRequest request, String id, Pass pass, Arrival arrival) {
        var place = new Quota.Place(pass.userId(), arrival.client(), pass.vmId());
        if (!connections.reserve(place)) {
            turnAway(request, CloseCode.TOO_MANY);
            return;
        }
        upgrade(request)
                .onSuccess(socket -> sessions.begin(socket, id, pass, () -> connections.free(place)))
                .onFailure(odd -> connections.free(place));
    }

    private void turnAway(HttpServerRequest request, CloseCode code) {
        upgrade(request).onSuccess(socket -> socket.close(code.number(), code.reason()));
    }

    private static Future<ServerWebSocket> upgrade(HttpServerRequest request) {
        return request.toWebSocket()
                .onFailure(odd -> EdgeAnswers.refuse(request.response(), 400, "Not a WebSocket handshake"));
    }

    private void unavailable(HttpServerRequest request, String message) {
        request.resume();
        EdgeAnswers.unavailable(request.response(), message, config.edge().retryAfter());
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }
}
