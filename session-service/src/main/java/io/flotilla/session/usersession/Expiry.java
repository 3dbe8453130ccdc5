package io.flotilla.session.usersession;

import java.time.Duration;
import java.time.Instant;

/**
 * When user sessions end: the earlier of two deadlines. Pure.
 *
 * @param idle since the last activity
 * @param lifetime since the beginning
 */
record Expiry(Duration idle, Duration lifetime) {
    Expiry {
        if (!idle.isPositive() || !lifetime.isPositive()) {
            throw new IllegalArgumentException("a session that ends before it begins: " + idle + ", " + lifetime);
        }
    }

    Instant endOf(UserSession session) {
        var idleEnd = session.lastActivity().plus(idle);
        var lifeEnd = session.createdAt().plus(lifetime);
        return idleEnd.isBefore(lifeEnd) ? idleEnd : lifeEnd;
    }

    boolean isOver(UserSession session, Instant now) {
        return !now.isBefore(endOf(session));
    }

    Duration remaining(UserSession session, Instant now) {
        var left = Duration.between(now, endOf(session));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
