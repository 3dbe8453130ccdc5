package io.flotilla.session.usersession;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** A {@link UserSession} as PostgreSQL holds it. */
@Entity
@Table(name = "user_session")
class UserSessionRow {
    @Id
    String handle = "";

    String secretHash = "";
    String userId = "";
    String userGroup = "";
    String roles = "";
    Instant createdAt = Instant.EPOCH;
    Instant lastActivity = Instant.EPOCH;

    static UserSessionRow of(UserSession session, String secretHash) {
        var row = new UserSessionRow();
        row.handle = session.handle();
        row.secretHash = secretHash;
        row.userId = session.userId();
        row.userGroup = session.group();
        row.roles = String.join(",", new TreeSet<>(session.roles()));
        row.createdAt = session.createdAt();
        row.lastActivity = session.lastActivity();
        return row;
    }

    UserSession toSession() {
        return new UserSession(handle, userId, userGroup, Set.of(roles.split(",", -1)), createdAt, lastActivity);
    }
}
