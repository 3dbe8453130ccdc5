package io.flotilla.gateway.player;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.admission.Admission;
import io.flotilla.gateway.admission.Doorkeeper;
import io.flotilla.gateway.admission.Pass;
import io.flotilla.gateway.admission.SocketToken;
import io.flotilla.gateway.edge.Arrival;
import io.flotilla.gateway.edge.EdgeAnswers;
import io.flotilla.gateway.edge.MediaUpgrade;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.protocol.Subprotocol;
import io.flotilla.gateway.socket.Gate;
import io.flotilla.gateway.socket.Quota;
import io.flotilla.gateway.socket.SocketOutlet;
import io.flotilla.kit.id.IdSource;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/** Turns requests into media sockets. An embed token may come from any page; everybody else only from a page of ours or a friend's. */
@Singleton
final class MediaSockets implements MediaUpgrade {
    private final Gate gate;
    private final Doorkeeper doorkeeper;
    private final PlayerSockets players;
    private final IdSource ids;
    private final GatewayConfig.Limits limits;
    private final Quota quota = new Quota();

    MediaSockets(Gate gate, Doorkeeper doorkeeper, PlayerSockets players, IdSource ids, GatewayConfig config) {
        this.gate = gate;
        this.doorkeeper = doorkeeper;
        this.players = players;
        this.ids = ids;
        this.limits = config.limits();
    }

    @Override
    public void take(HttpServerRequest request, String vmId, Arrival arrival) {
        if (!gate.isOpen(request)) {
            return;
        }
        var offer = Offer.of(request.headers().getAll("Sec-WebSocket-Protocol"));
        if (!offer.speaksOurs()) {
            EdgeAnswers.refuse(request.response(), 400, "Subprotocol " + Subprotocol.MEDIA + " is needed");
        } else if (!(offer.token() instanceof SocketToken.Embed)
                && !gate.letsIn(request.getHeader("Origin"), arrival)) {
            EdgeAnswers.refuse(request.response(), 403, "Sockets are not open to pages of this origin");
        } else {
            var id = ids.readable();
            gate.ask(
                    request,
                    "admission-" + id,
                    () -> doorkeeper.admit(vmId, offer.token(), id),
                    admission -> answer(request, id, admission, arrival));
        }
    }

    private void answer(HttpServerRequest request, String id, Admission admission, Arrival arrival) {
        switch (admission) {
            case Admission.Unknown() ->
                gate.unavailable(request, "It cannot be checked now whether you may watch; try again");
            case Admission.Refused(var code) -> gate.turnAway(request, code);
            case Admission.Admitted(var pass) -> welcome(request, id, pass, arrival);
        }
    }

    private void welcome(HttpServerRequest request, String id, Pass pass, Arrival arrival) {
        var place = new Place(pass.userId(), arrival.client(), pass.vmId()).counters(limits);
        if (!quota.take(place)) {
            gate.turnAway(request, CloseCode.TOO_MANY);
            return;
        }
        gate.upgrade(request)
                .onSuccess(socket -> players.begin(
                        socket, new SocketOutlet(socket, request.connection()), id, pass, () -> quota.giveBack(place)))
                .onFailure(odd -> quota.giveBack(place));
    }
}
