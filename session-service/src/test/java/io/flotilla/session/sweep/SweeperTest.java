package io.flotilla.session.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.InMemoryAuditTrail;
import io.flotilla.kit.revocation.InMemoryRevocations;
import io.flotilla.session.sessionrecord.Aftermath;
import io.flotilla.session.sessionrecord.EndSession;
import io.flotilla.session.sessionrecord.InMemoryUserSessions;
import io.flotilla.session.sessionrecord.SessionMeters;
import io.flotilla.session.sharing.SharingFixtures;
import io.flotilla.session.usersession.Expiry;
import io.flotilla.session.usersession.InMemoryUserSessionEvents;
import io.flotilla.session.usersession.SessionEnd;
import io.flotilla.session.usersession.UserSessionFixtures;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweeperTest {
    private final SharingFixtures world = new SharingFixtures();
    private final InMemoryUserSessions sessions = new InMemoryUserSessions();
    private final InMemoryUserSessionEvents events = new InMemoryUserSessionEvents();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final InMemoryLeases leases = new InMemoryLeases(world.clock);
    private final List<String> gone = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Sweeper sweeper = new Sweeper(
            sessions,
            new EndSession(
                    sessions,
                    new InMemoryRevocations(world.clock),
                    new Aftermath(
                            events,
                            audit,
                            new AuditEntries(world.ids, world.clock),
                            new SessionMeters(meters),
                            List.of(gone::add)),
                    world.clock),
            leases,
            new Expiry(Duration.ofHours(1), Duration.ofHours(48)),
            world.clock,
            world.config);

    @Test
    void endsAllThatHasExpiredAndNothingElse() {
        for (int i = 0; i < 250; i++) {
            visitor("old-" + i);
        }
        world.pass(Duration.ofMinutes(61));
        visitor("new");

        sweeper.sweep();

        assertThat(sessions.findByHandle("old-249").orElseThrow().ended()).contains(SessionEnd.EXPIRED);
        assertThat(sessions.findByHandle("new").orElseThrow().ended()).isEmpty();
        assertThat(events.told()).hasSize(250);
        assertThat(gone).hasSize(250).contains("user-of-old-7");
        assertThat(meters.counter("flotilla.user.sessions.expired").count()).isEqualTo(250);
    }

    @Test
    void writesDownAccountsThatExpiredButNotVisitors() {
        visitor("visitor");
        sessions.insert(UserSessionFixtures.account("account", "ada", false, world.clock.instant()), "hash-account");
        world.pass(Duration.ofMinutes(61));

        sweeper.sweep();

        assertThat(audit.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo("session-ended");
            assertThat(entry.subject()).isEqualTo("ada");
            assertThat(entry.detail()).containsEntry("reason", "expired");
        });
    }

    @Test
    void remembersForADayWhyASessionEnded() {
        visitor("old");
        world.pass(Duration.ofMinutes(61));
        sweeper.sweep();
        world.pass(Duration.ofHours(23));
        sweeper.sweep();
        assertThat(sessions.findByHandle("old")).isPresent();

        world.pass(Duration.ofHours(2));
        sweeper.sweep();

        assertThat(sessions.findByHandle("old")).isEmpty();
    }

    @Test
    void leavesItToTheNodeThatIsAtIt() {
        visitor("old");
        world.pass(Duration.ofMinutes(61));
        var other = leases.take("sweeper", Duration.ofMinutes(1)).orElseThrow();

        sweeper.sweep();
        assertThat(sessions.findByHandle("old").orElseThrow().ended()).isEmpty();

        other.release();
        sweeper.sweep();
        assertThat(sessions.findByHandle("old").orElseThrow().ended()).isPresent();
    }

    private void visitor(String handle) {
        sessions.insert(UserSessionFixtures.visitor(handle, world.clock.instant()), "hash-" + handle);
    }
}
