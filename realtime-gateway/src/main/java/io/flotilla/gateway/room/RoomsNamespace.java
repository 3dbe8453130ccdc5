package io.flotilla.gateway.room;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.namespace.Identification;
import io.flotilla.gateway.namespace.Identified;
import io.flotilla.gateway.namespace.Identity;
import io.flotilla.gateway.namespace.NamedNamespace;
import io.flotilla.gateway.namespace.Refusals;
import io.flotilla.kit.id.IdSource;
import io.flotilla.socket.Socket;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Singleton;

/** Lets in whoever is known, be it for the first time or to go on where a line was cut. */
@Singleton
final class RoomsNamespace implements NamedNamespace {
    private final Identification identification;
    private final Continuations continuations;
    private final RoomSocket.Services services;
    private final IdSource ids;

    RoomsNamespace(
            Identification identification, Continuations continuations, RoomSocket.Services services, IdSource ids) {
        this.identification = identification;
        this.continuations = continuations;
        this.services = services;
        this.ids = ids;
    }

    @Override
    public String path() {
        return Told.NAMESPACE;
    }

    @Override
    public Future<Entry> enter(Socket socket, JsonNode auth) {
        return identification.identify(socket.handshake(), auth).compose(identity -> switch (identity) {
            case Identity.Refused refused -> Future.succeededFuture(Refusals.of(refused));
            case Identity.Unknown() -> Future.succeededFuture(Refusals.unknown());
            case Identity.Known(var who) -> welcome(socket, who, auth);
        });
    }

    private Future<Entry> welcome(Socket socket, Identified who, JsonNode auth) {
        var privateId = auth.path("pid").asText("");
        if (privateId.isEmpty()) {
            return Future.succeededFuture(fresh(socket, who));
        }
        var entry = Promise.<Entry>promise();
        Thread.ofVirtual().name("room-recovery").start(() -> {
            var continued = continuations
                    .find(privateId, auth.path("offset").asText(""), who.userId())
                    .map(found -> accepted(socket, who, found, privateId));
            socket.context().runOnContext(nothing -> entry.complete(continued.orElseGet(() -> fresh(socket, who))));
        });
        return entry.future();
    }

    private Entry fresh(Socket socket, Identified who) {
        var privateId = ids.readable() + "-" + ids.readable();
        var recovering = continuations.fresh(privateId, socket.id(), who.userId());
        return new Entry.Accepted(new RoomSocket(socket, who, services, recovering), socket.id(), privateId);
    }

    private Entry accepted(Socket socket, Identified who, Continuations.Found found, String privateId) {
        var recovering = continuations.going(privateId, found, who.userId());
        return new Entry.Accepted(new RoomSocket(socket, who, services, recovering), found.socketId(), privateId);
    }
}
