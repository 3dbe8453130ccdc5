package io.flotilla.session.signin;

import io.flotilla.session.usersession.UserSession;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which sessions of a user have to go so that there is room for one more. Pure. */
final class Crowd {
    private Crowd() {}

    /** Those nobody used for longest; browsers and clients without a cookie don't displace each other. */
    static List<UserSession> displaced(Collection<UserSession> running, boolean cookieless, int most) {
        var rivals = running.stream()
                .filter(one -> one.opening().cookieless() == cookieless)
                .sorted(Comparator.comparing(UserSession::lastActivity)
                        .thenComparing(UserSession::createdAt)
                        .thenComparing(UserSession::handle))
                .toList();
        return rivals.subList(0, Math.max(0, rivals.size() + 1 - most));
    }
}
