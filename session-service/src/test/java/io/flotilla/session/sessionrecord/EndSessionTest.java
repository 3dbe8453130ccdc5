package io.flotilla.session.sessionrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.InMemoryAuditTrail;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.revocation.InMemoryRevocations;
import io.flotilla.kit.revocation.Revocations;
import io.flotilla.session.sharing.SharingFixtures;
import io.flotilla.session.usersession.InMemoryUserSessionEvents;
import io.flotilla.session.usersession.SessionEnd;
import io.flotilla.session.usersession.UserSession;
import io.flotilla.session.usersession.UserSessionEvent.SessionEnded;
import io.flotilla.session.usersession.UserSessionFixtures;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EndSessionTest {
    private final SharingFixtures world = new SharingFixtures();
    private final InMemoryUserSessions sessions = new InMemoryUserSessions();
    private final InMemoryUserSessionEvents events = new InMemoryUserSessionEvents();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final InMemoryRevocations revocations = new InMemoryRevocations(world.clock);
    private final List<String> gone = new ArrayList<>();
    private final EndSession ends = with(revocations);
    private final UserSession account = UserSessionFixtures.account("account", "ada", false, world.clock.instant());
    private final UserSession visitor = UserSessionFixtures.visitor("visitor", world.clock.instant());

    @Test
    void endsOnceAndTellsOnce() {
        sessions.insert(account, "hash-account");

        assertThat(ends.end(account, SessionEnd.SIGNED_OUT)).isTrue();
        assertThat(ends.end(account, SessionEnd.EXPIRED)).isFalse();

        assertThat(sessions.findByHandle("account").orElseThrow().ended()).contains(SessionEnd.SIGNED_OUT);
        assertThat(revocations.isRevoked("account")).isTrue();
        assertThat(events.told()).containsExactly(new SessionEnded("ada", "account", "signed-out"));
        assertThat(audit.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("ada");
            assertThat(entry.detail()).containsEntry("reason", "signed-out").containsEntry("session", "account");
        });
    }

    @Test
    void changesNothingWhileTokensCannotBeRevoked() {
        sessions.insert(account, "hash-account");

        assertThatThrownBy(() -> with(new NoRevocations()).end(account, SessionEnd.SIGNED_OUT))
                .isInstanceOf(Unavailable.class);

        assertThat(sessions.findByHandle("account").orElseThrow().ended()).isEmpty();
        assertThat(events.told()).isEmpty();
    }

    @Test
    void letsGoOfVisitorsWhoCannotComeBack() {
        sessions.insert(visitor, "hash-visitor");
        sessions.insert(account, "hash-account");

        ends.end(visitor, SessionEnd.SIGNED_OUT);
        ends.end(account, SessionEnd.SIGNED_OUT);

        assertThat(gone).containsExactly(visitor.userId());
    }

    @Test
    void letsNothingGoOfAVisitorWhoSignedIn() {
        sessions.insert(visitor, "hash-visitor");

        ends.end(visitor, SessionEnd.SIGNED_IN);

        assertThat(gone).isEmpty();
    }

    private EndSession with(Revocations list) {
        var meters = new SessionMeters(new SimpleMeterRegistry());
        var entries = new AuditEntries(world.ids, world.clock);
        return new EndSession(
                sessions, list, new Aftermath(events, audit, entries, meters, List.of(gone::add)), world.clock);
    }

    /** The list is away. */
    private static final class NoRevocations implements Revocations {
        @Override
        public void revoke(String sid, Instant until) {
            throw new Unavailable("away");
        }

        @Override
        public boolean isRevoked(String sid) {
            throw new Unavailable("away");
        }

        @Override
        public Subscription onRevoked(Consumer<String> listener) {
            throw new Unavailable("away");
        }
    }
}
