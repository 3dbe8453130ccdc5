package io.flotilla.session.sessiondata;

import java.util.HashSet;
import java.util.Set;

class InMemorySessionDataTest extends SessionDataContract {
    private final Set<String> sessions = new HashSet<>();
    private final SessionData data = new InMemorySessionData(sessions::contains);

    @Override
    protected SessionData data() {
        return data;
    }

    @Override
    protected void begin(String session) {
        sessions.add(session);
    }
}
