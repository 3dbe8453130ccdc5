package io.flotilla.session.sessionrecord;

class InMemoryUserSessionsTest extends UserSessionsContract {
    private final UserSessions sessions = new InMemoryUserSessions();

    @Override
    protected UserSessions sessions() {
        return sessions;
    }
}
