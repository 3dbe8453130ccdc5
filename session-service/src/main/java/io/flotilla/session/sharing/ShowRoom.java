package io.flotilla.session.sharing;

import io.flotilla.session.membership.Rooms;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessions;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Shows the gateway what the record says. */
@ApplicationScoped
public class ShowRoom {
    /** Somebody changed the session while we wrote; more often than this in a row, the next round of repairs does it. */
    private static final int ATTEMPTS = 5;

    private final Rooms rooms;
    private final VmSessions sessions;

    public ShowRoom(Rooms rooms, VmSessions sessions) {
        this.rooms = rooms;
        this.sessions = sessions;
    }

    /**
     * Shows the session.
     *
     * @return as it was found when it had been shown: that version, or a later one that its own writer shows
     */
    public VmSession show(VmSession session) {
        var current = session;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            rooms.show(current);
            var now = sessions.find(session.id()).orElse(current);
            if (now.version() == current.version()) {
                return current;
            }
            current = now;
        }
        return current;
    }

    /**
     * Shows it, then tells the gateway that it does.
     *
     * @param participantId whom it is about; null for everyone
     * @param reason a name of {@code contracts/redis-keys.md}
     * @return as {@link #show}
     */
    public VmSession showAndTell(VmSession session, @Nullable String participantId, String reason) {
        var shown = show(session);
        rooms.tell(session, participantId, reason);
        return shown;
    }
}
