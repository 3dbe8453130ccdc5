package io.flotilla.session.usersession;

class InMemoryUserSessionsTest extends UserSessionsContract {
    private final UserSessions sessions = new InMemoryUserSessions();

    @Override
    protected UserSessions sessions() {
        return sessions;
    }
}
