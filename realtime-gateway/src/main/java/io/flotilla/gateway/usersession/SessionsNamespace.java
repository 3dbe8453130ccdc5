package io.flotilla.gateway.usersession;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.namespace.Identification;
import io.flotilla.gateway.namespace.Identity;
import io.flotilla.gateway.namespace.Lives;
import io.flotilla.gateway.namespace.NamedNamespace;
import io.flotilla.gateway.namespace.Refusals;
import io.flotilla.socket.Socket;
import io.vertx.core.Future;
import jakarta.inject.Singleton;

/** Namespace {@code /sessions}: for everybody who has a user session, and nothing to say in it. */
@Singleton
final class SessionsNamespace implements NamedNamespace {
    static final String PATH = "/sessions";

    private final Identification identification;
    private final Lives lives;
    private final SessionSockets sockets;

    SessionsNamespace(Identification identification, Lives lives, SessionSockets sockets) {
        this.identification = identification;
        this.lives = lives;
        this.sockets = sockets;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Future<Entry> enter(Socket socket, JsonNode auth) {
        return identification.identify(socket.handshake(), auth).map(identity -> answer(socket, identity));
    }

    private Entry answer(Socket socket, Identity identity) {
        return switch (identity) {
            case Identity.Known(var who) ->
                new Entry.Accepted(new SessionSocket(socket, who, lives, sockets), socket.id(), null);
            case Identity.Refused refused -> Refusals.of(refused);
            case Identity.Unknown() -> Refusals.unknown();
        };
    }
}
