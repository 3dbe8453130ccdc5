package io.flotilla.session.signin;

import io.flotilla.kit.secret.Secret;
import io.flotilla.session.usersession.CarriedOver.Handover;
import io.flotilla.session.usersession.SessionEnd;
import io.flotilla.session.usersession.UserSession;
import java.util.List;
import java.util.Optional;

/**
 * A session that was opened.
 *
 * @param secret of the cookie; without meaning for a session without one
 * @param ended sessions that had to go
 * @param handover what was taken over from a visitor
 */
record Opened(UserSession session, Secret secret, List<Gone> ended, Optional<Handover> handover) {
    /** One session that had to go. */
    record Gone(UserSession session, SessionEnd why) {}

    /** Handles of those that had to go for the limit. */
    List<String> displaced() {
        return ended.stream()
                .filter(gone -> gone.why() == SessionEnd.DISPLACED)
                .map(gone -> gone.session().handle())
                .toList();
    }
}
