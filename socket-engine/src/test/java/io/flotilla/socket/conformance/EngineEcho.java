package io.flotilla.socket.conformance;

import io.flotilla.socket.Namespace.Departure;
import io.flotilla.socket.engineio.Ear;
import io.flotilla.socket.engineio.Session;
import io.flotilla.socket.payload.Outbound;
import java.util.List;

/** Says back what it hears. */
final class EngineEcho implements Ear {
    private final Session session;

    EngineEcho(Session session) {
        this.session = session;
    }

    @Override
    public void text(byte[] utf8, int from) {
        session.send(List.of(Outbound.text(utf8)));
    }

    @Override
    public void binary(byte[] bytes) {
        session.send(List.of(Outbound.binary(bytes)));
    }

    @Override
    public void closed(Departure why) {}
}
