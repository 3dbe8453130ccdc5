package io.flotilla.gateway.usersession;

import io.flotilla.gateway.namespace.Identified;
import io.flotilla.gateway.namespace.LastWords;
import io.flotilla.gateway.namespace.Lives;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.usersession.UserSessionEvent.SessionEnded;
import io.flotilla.socket.Event;
import io.flotilla.socket.Namespace;
import io.flotilla.socket.Outgoing;
import io.flotilla.socket.Socket;
import java.time.Duration;

/** One tab that listens. The lock keeps what it hears in order, {@code hello} first. Thread-safe; nothing here blocks. */
final class SessionSocket implements Namespace.Listener, LastWords {
    /** A revocation may be known before its reason. */
    private static final Duration FOR_THE_REASON = Duration.ofMillis(250);

    private final Socket socket;
    private final Identified who;
    private final Lives lives;
    private final SessionSockets sockets;
    private boolean greeted;
    private boolean over;

    SessionSocket(Socket socket, Identified who, Lives lives, SessionSockets sockets) {
        this.socket = socket;
        this.who = who;
        this.lives = lives;
        this.sockets = sockets;
    }

    String userId() {
        return who.userId();
    }

    @Override
    public void opened() {
        sockets.add(this);
        hello();
        lives.begin(socket, who, this);
    }

    /** Whatever was before, the client asks for now. */
    synchronized void hello() {
        greeted = true;
        socket.emit(EventMessages.hello(who));
    }

    /** Passes the event on; one that comes before {@code hello} is left to what the client asks for then. */
    synchronized void hear(UserSessionEvent event, Outgoing message) {
        if (!greeted || over) {
            return;
        }
        socket.emit(message);
        if (event instanceof SessionEnded ended && ended.sessionId().equals(who.sessionId())) {
            over = true;
            lives.over(socket, CloseCode.SESSION_OVER);
        }
    }

    /** Clients only listen here. */
    @Override
    public void heard(Event event) {}

    @Override
    public void gone(Namespace.Departure departure) {
        sockets.remove(this);
    }

    @Override
    public void say(CloseCode why) {
        if (why == CloseCode.SESSION_OVER) {
            var ended = new SessionEnded(who.userId(), who.sessionId(), "revoked");
            hear(ended, EventMessages.of(ended));
        }
    }

    @Override
    public Duration pause() {
        return FOR_THE_REASON;
    }
}
