package io.flotilla.session.visit;

import io.flotilla.session.usersession.SessionEnd;
import io.flotilla.session.usersession.UserSession;
import java.util.Optional;

/** What a credential turned out to be. */
public sealed interface Seen {
    /** A session that runs. */
    record Running(UserSession session) implements Seen {}

    /** A session that is over. */
    record Over(UserSession session, SessionEnd why) implements Seen {}

    /** Nothing we know. */
    record Unknown() implements Seen {}

    default Optional<UserSession> running() {
        return this instanceof Running(UserSession session) ? Optional.of(session) : Optional.empty();
    }
}
