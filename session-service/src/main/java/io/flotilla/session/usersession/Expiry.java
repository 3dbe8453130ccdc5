package io.flotilla.session.usersession;

import java.time.Duration;
import java.time.Instant;

/**
 * When user sessions end: the earlier of two deadlines. Pure.
 *
 * @param idle since the last activity
 * @param lifetime since the beginning
 */
public record Expiry(Duration idle, Duration lifetime) {
    public Expiry {
        if (!idle.isPositive() || !lifetime.isPositive()) {
            throw new IllegalArgumentException("a session that ends before it begins: " + idle + ", " + lifetime);
        }
    }

    public Instant endOf(UserSession session) {
        var idleEnd = session.lastActivity().plus(idle);
        var lifeEnd = session.createdAt().plus(lifetime);
        return idleEnd.isBefore(lifeEnd) ? idleEnd : lifeEnd;
    }

    public boolean isOver(UserSession session, Instant now) {
        return !now.isBefore(endOf(session));
    }

    public Duration remaining(UserSession session, Instant now) {
        var left = Duration.between(now, endOf(session));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
