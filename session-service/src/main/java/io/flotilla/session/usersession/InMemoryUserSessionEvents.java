package io.flotilla.session.usersession;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** For tests, which see what was told. */
public final class InMemoryUserSessionEvents implements UserSessionEvents {
    private final List<UserSessionEvent> told = new CopyOnWriteArrayList<>();

    @Override
    public void tell(UserSessionEvent event) {
        told.add(event);
    }

    public List<UserSessionEvent> told() {
        return List.copyOf(told);
    }
}
