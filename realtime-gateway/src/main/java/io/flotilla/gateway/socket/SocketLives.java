package io.flotilla.gateway.socket;

import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.revocation.Revocations;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Knows the open sockets from their first moment to their last, and ends those whose user session was revoked. While nobody can say what
 * was revoked, open sockets stay open; the news is told as soon as it can be read again. Thread-safe; nothing here blocks.
 */
@Singleton
public final class SocketLives {
    private static final Logger LOG = Logger.getLogger(SocketLives.class);

    private final OpenSockets sockets;
    private final Revocations revocations;

    SocketLives(OpenSockets sockets, Revocations revocations) {
        this.sockets = sockets;
        this.revocations = revocations;
    }

    public void begin(OpenSocket socket) {
        sockets.add(socket);
        var session = socket.sessionId();
        if (session != null) {
            // It may have been revoked between the check at the door and now, when nobody listened for this socket.
            Thread.ofVirtual().name("session-check").start(() -> check(session));
        }
    }

    public void end(OpenSocket socket) {
        sockets.remove(socket);
    }

    void listen(@Observes StartupEvent started) {
        revocations.onRevoked(this::over);
    }

    private void check(String session) {
        try {
            if (revocations.isRevoked(session)) {
                over(session);
            }
        } catch (Unavailable e) {
            LOG.debugf("Whether a session is revoked cannot be known now: %s", e.getMessage());
        }
    }

    private void over(String session) {
        sockets.behind(session).forEach(OpenSocket::sessionOver);
    }
}
