package io.flotilla.gateway.usersession;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.edge.Arrival;
import io.flotilla.gateway.edge.EdgeAnswers;
import io.flotilla.gateway.edge.EventsUpgrade;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.protocol.Subprotocol;
import io.flotilla.gateway.socket.Gate;
import io.flotilla.gateway.socket.Quota;
import io.flotilla.gateway.socket.SocketOutlet;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.identity.CookieName;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Turns requests into sockets that hear of a user's sessions. A browser sends the cookie along for any page that asks, so with a cookie
 * the page must say where it is from, and it must be one of ours.
 */
@Singleton
final class EventSockets implements EventsUpgrade {
    private final Gate gate;
    private final Reception reception;
    private final ListenerSockets listeners;
    private final GatewayConfig.Events limits;
    private final String cookieName;
    private final Quota quota = new Quota();

    EventSockets(Gate gate, Reception reception, ListenerSockets listeners, GatewayConfig config, KitConfig kit) {
        this.gate = gate;
        this.reception = reception;
        this.listeners = listeners;
        this.limits = config.events();
        this.cookieName = CookieName.of(kit);
    }

    @Override
    public void take(HttpServerRequest request, Arrival arrival) {
        if (!gate.isOpen(request)) {
            return;
        }
        var offered = Subprotocol.offered(request.headers().getAll("Sec-WebSocket-Protocol"));
        var proof = Proof.of(request, cookieName);
        var origin = request.getHeader("Origin");
        if (!offered.contains(Subprotocol.SESSIONS)) {
            EdgeAnswers.refuse(request.response(), 400, "Subprotocol " + Subprotocol.SESSIONS + " is needed");
        } else if (!gate.letsIn(origin, arrival) || (origin == null && proof instanceof Proof.Cookie)) {
            EdgeAnswers.refuse(request.response(), 403, "Sockets are not open to pages of this origin");
        } else {
            gate.ask(
                    request,
                    "reception",
                    () -> reception.identify(proof),
                    identity -> answer(request, proof, identity, arrival));
        }
    }

    private void answer(HttpServerRequest request, Proof proof, Identity identity, Arrival arrival) {
        switch (identity) {
            case Identity.Unknown() -> gate.unavailable(request, "It cannot be checked now who you are; try again");
            case Identity.Refused(var code) -> gate.turnAway(request, code);
            case Identity.Known(var visitor) -> welcome(request, proof, visitor, arrival);
        }
    }

    private void welcome(HttpServerRequest request, Proof proof, Visitor visitor, Arrival arrival) {
        var place = List.of(
                new Quota.Counter("all", limits.perNode()),
                new Quota.Counter("session " + visitor.sessionId(), limits.perSession()),
                new Quota.Counter("address " + arrival.client(), limits.perAddress()));
        if (!quota.take(place)) {
            gate.turnAway(request, CloseCode.TOO_MANY);
            return;
        }
        gate.upgrade(request)
                .onSuccess(socket -> listeners.begin(
                        socket,
                        new SocketOutlet(socket, request.connection()),
                        proof,
                        visitor,
                        () -> quota.giveBack(place)))
                .onFailure(odd -> quota.giveBack(place));
    }
}
