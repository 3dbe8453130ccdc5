package io.flotilla.session.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.InMemoryAuditTrail;
import io.flotilla.kit.revocation.InMemoryRevocations;
import io.flotilla.kit.secret.Secret;
import io.flotilla.session.sessionrecord.Aftermath;
import io.flotilla.session.sessionrecord.EndSession;
import io.flotilla.session.sessionrecord.InMemoryUserSessions;
import io.flotilla.session.sessionrecord.SessionMeters;
import io.flotilla.session.sharing.SharingFixtures;
import io.flotilla.session.usersession.Browser;
import io.flotilla.session.usersession.Expiry;
import io.flotilla.session.usersession.InMemoryUserSessionEvents;
import io.flotilla.session.usersession.SessionEnd;
import io.flotilla.session.usersession.UserSession;
import io.flotilla.session.usersession.UserSessionFixtures;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecogniseTest {
    private static final Browser SAME = Browser.of(UserSessionFixtures.AGENT, "en", "192.0.2.1");

    private final SharingFixtures world = new SharingFixtures();
    private final InMemoryUserSessions sessions = new InMemoryUserSessions();
    private final InMemoryRevocations revocations = new InMemoryRevocations(world.clock);
    private final Recognise recognise = new Recognise(
            sessions,
            new EndSession(
                    sessions,
                    revocations,
                    new Aftermath(
                            new InMemoryUserSessionEvents(),
                            new InMemoryAuditTrail(),
                            new AuditEntries(world.ids, world.clock),
                            new SessionMeters(new SimpleMeterRegistry()),
                            List.of()),
                    world.clock),
            revocations,
            new Expiry(Duration.ofHours(1), Duration.ofHours(48)),
            world.clock,
            world.config);
    private final Secret cookie = Secret.random();
    private final UserSession session = UserSessionFixtures.account("sid", "ada", false, world.clock.instant());

    RecogniseTest() {
        sessions.insert(session, cookie.sha256Hex());
    }

    @Test
    void knowsACookieAndAHandle() {
        assertThat(recognise.byCookie(cookie, SAME)).isEqualTo(new Seen.Running(session));
        assertThat(recognise.byHandle("sid")).isEqualTo(new Seen.Running(session));
    }

    @Test
    void knowsNothingElse() {
        assertThat(recognise.byCookie(Secret.random(), SAME)).isEqualTo(new Seen.Unknown());
        assertThat(recognise.byCookie(Secret.of("sid"), SAME)).isEqualTo(new Seen.Unknown());
        assertThat(recognise.byHandle(cookie.reveal())).isEqualTo(new Seen.Unknown());
    }

    @Test
    void takesAnExpiredSessionForOver() {
        world.pass(Duration.ofHours(1));

        assertThat(recognise.byCookie(cookie, SAME)).isEqualTo(new Seen.Over(session, SessionEnd.EXPIRED));
    }

    @Test
    void takesARevokedSessionForOverEvenIfTheRecordDoesNotSaySo() {
        revocations.revoke("sid", world.clock.instant().plusSeconds(60));

        assertThat(recognise.byCookie(cookie, SAME)).isInstanceOf(Seen.Over.class);
        assertThat(recognise.byHandle("sid")).isInstanceOf(Seen.Over.class);
    }

    @Test
    void endsASessionForAnotherBrowser() {
        var seen = recognise.byCookie(cookie, Browser.of("Other/1.0", "en", "192.0.2.1"));

        assertThat(seen).isEqualTo(new Seen.Over(session, SessionEnd.ANOTHER_BROWSER));
        assertThat(recognise.byCookie(cookie, SAME)).isInstanceOf(Seen.Over.class);
        assertThat(revocations.isRevoked("sid")).isTrue();
    }

    @Test
    void opensNothingForABrowserThatHidesWhatItIsButEndsNothingEither() {
        assertThat(recognise.byCookie(cookie, Browser.of(null, null, null))).isEqualTo(new Seen.Unknown());
        assertThat(recognise.byCookie(cookie, SAME)).isEqualTo(new Seen.Running(session));
    }

    @Test
    void learnsWhereABrowserIsAndIsNoActivity() {
        var abroad = Browser.of(UserSessionFixtures.AGENT, "fr", "203.0.113.9");
        world.pass(Duration.ofMinutes(5));

        recognise.byCookie(cookie, abroad);

        var known = sessions.findByHandle("sid").orElseThrow();
        assertThat(known.browser()).isEqualTo(abroad);
        assertThat(known.lastActivity()).isEqualTo(session.lastActivity());
        assertThat(sessions.touches()).isZero();
    }
}
