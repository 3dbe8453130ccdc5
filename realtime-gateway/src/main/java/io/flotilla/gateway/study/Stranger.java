package io.flotilla.gateway.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.socket.Event;
import io.flotilla.socket.Namespace;
import io.flotilla.socket.Socket;

/** A client that is not let in: it is told why, as clients of this namespace expect, and sent away. */
final class Stranger implements Namespace.Listener {
    private final Socket socket;
    private final ObjectNode why;

    Stranger(Socket socket, ObjectNode why) {
        this.socket = socket;
        this.why = why;
    }

    @Override
    public void opened() {
        socket.emit(StudyErrors.EVENT, why);
        socket.disconnect();
    }

    @Override
    public void heard(Event event) {
        // Nothing of theirs is taken.
    }
}
