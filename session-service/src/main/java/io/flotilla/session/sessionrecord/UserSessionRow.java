package io.flotilla.session.sessionrecord;

import io.flotilla.session.usersession.Browser;
import io.flotilla.session.usersession.Holder;
import io.flotilla.session.usersession.SessionEnd;
import io.flotilla.session.usersession.UserSession;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A {@link UserSession} as PostgreSQL holds it; the only place that knows both shapes. */
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
    String method = "";
    boolean cookieless;

    @Nullable
    String username;

    @Nullable
    String email;

    @Nullable
    String csrfHash;

    @Nullable
    String agentHash;

    @Nullable
    String languageHash;

    @Nullable
    String agentLabel;

    @Nullable
    String address;

    @Nullable
    Instant endedAt;

    @Nullable
    String endReason;

    @Nullable
    String suspicions;

    static UserSessionRow of(UserSession session, String secretHash) {
        var row = new UserSessionRow();
        row.handle = session.handle();
        row.secretHash = secretHash;
        row.take(session.holder());
        row.take(session.opening());
        row.lastActivity = session.lastActivity();
        row.take(session.browser());
        return row;
    }

    UserSession toSession() {
        return new UserSession(
                handle,
                new Holder(userId, userGroup, Set.of(roles.split(",", -1)), username, email),
                new UserSession.Opening(createdAt, method, cookieless, csrfHash),
                lastActivity,
                new Browser(agentHash, languageHash, agentLabel, address),
                endedAt == null || endReason == null ? null : new UserSession.Ending(endedAt, reason(endReason)));
    }

    /** A reason of a newer version of this service is an end all the same. */
    private static SessionEnd reason(String wire) {
        return SessionEnd.ofWire(wire).orElse(SessionEnd.EXPIRED);
    }

    private void take(Holder holder) {
        userId = holder.userId();
        userGroup = holder.group();
        roles = String.join(",", new TreeSet<>(holder.roles()));
        username = holder.username();
        email = holder.email();
    }

    private void take(UserSession.Opening opening) {
        createdAt = opening.at();
        method = opening.method();
        cookieless = opening.cookieless();
        csrfHash = opening.csrfHash();
    }

    private void take(Browser browser) {
        agentHash = browser.agentHash();
        languageHash = browser.languageHash();
        agentLabel = browser.label();
        address = browser.address();
    }
}
