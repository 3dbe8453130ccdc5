package io.flotilla.session.sessionrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flotilla.session.Together;
import io.flotilla.session.sessionrecord.UserSessions.Limits;
import io.flotilla.session.usersession.Browser;
import io.flotilla.session.usersession.SessionEnd;
import io.flotilla.session.usersession.UserSession;
import io.flotilla.session.usersession.UserSession.Ending;
import io.flotilla.session.usersession.UserSessionFixtures;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every record of user sessions promises. */
public abstract class UserSessionsContract {
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");
    private static final Ending EXPIRED = new Ending(LONG_AGO, SessionEnd.EXPIRED);

    private final String handle = UUID.randomUUID().toString();
    private final String userId = "user-of-" + handle;
    private final UserSession session = UserSessionFixtures.visitor(handle, LONG_AGO.plusSeconds(100));

    protected abstract UserSessions sessions();

    @AfterEach
    void forgetEverythingOld() {
        sessions().unendedOf(userId).forEach(one -> sessions().end(one.handle(), EXPIRED));
        while (sessions().forgetEndedBefore(LONG_AGO.plusSeconds(10_000), 100) > 0) {
            // There is more.
        }
    }

    @Test
    void findsASessionByItsSecretAndByItsHandle() {
        sessions().insert(session, "hash-" + handle);

        assertThat(sessions().findBySecret("hash-" + handle)).contains(session);
        assertThat(sessions().findByHandle(handle)).contains(session);
        assertThat(sessions().findBySecret("another hash")).isEmpty();
        assertThat(sessions().findByHandle("hash-" + handle)).isEmpty();
    }

    @Test
    void keepsAllThatIsKnownOfAnAccountsSession() {
        var account = UserSessionFixtures.account(handle, userId, true, LONG_AGO);

        sessions().insert(account, "hash-" + handle);

        assertThat(sessions().findByHandle(handle)).contains(account);
    }

    @Test
    void refusesASecretThatIsTaken() {
        sessions().insert(session, "hash-" + handle);
        var other = UserSessionFixtures.visitor(handle + "-2", LONG_AGO);

        assertThatThrownBy(() -> sessions().insert(other, "hash-" + handle)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void movesActivityOnlyForward() {
        sessions().insert(session, "hash-" + handle);

        sessions().touch(handle, LONG_AGO.plusSeconds(500));
        sessions().touch(handle, LONG_AGO.plusSeconds(200));
        sessions().touch("nobody", LONG_AGO);

        assertThat(sessions().findByHandle(handle).orElseThrow().lastActivity()).isEqualTo(LONG_AGO.plusSeconds(500));
    }

    @Test
    void learnsWhatTheBrowserLooksLike() {
        sessions().insert(session, "hash-" + handle);
        var now = Browser.of("Other/1.0", "fr", "192.0.2.9");

        sessions().learn(handle, now);

        assertThat(sessions().findByHandle(handle).orElseThrow().browser()).isEqualTo(now);
    }

    @Test
    void endsASessionOnceAndTellsItsCookieWhy() {
        sessions().insert(session, "hash-" + handle);
        var first = new Ending(LONG_AGO.plusSeconds(200), SessionEnd.SIGNED_OUT);

        assertThat(sessions().end(handle, first)).isTrue();
        assertThat(sessions().end(handle, EXPIRED)).isFalse();
        assertThat(sessions().end("nobody", EXPIRED)).isFalse();
        sessions().touch(handle, LONG_AGO.plusSeconds(900));

        assertThat(sessions().findBySecret("hash-" + handle)).contains(session.over(first));
    }

    @Test
    void isEndedByOneOfManyAtOnce() {
        sessions().insert(session, "hash-" + handle);

        assertThat(Together.all(8, _ -> () -> sessions().end(handle, EXPIRED))).containsOnlyOnce(true);
    }

    @Test
    void listsWhatNobodyEndedNewestFirst() {
        for (int i = 0; i < 3; i++) {
            sessions().insert(account(i), "hash-" + handle + i);
        }
        sessions().end(handle + 1, EXPIRED);

        assertThat(sessions().unendedOf(userId)).containsExactly(account(2), account(0));
        assertThat(sessions().openedSince(userId, LONG_AGO.plusSeconds(1))).isEqualTo(2);
        sessions().insert(UserSessionFixtures.account(handle + "-api", userId, true, LONG_AGO), "hash-api-" + handle);
        assertThat(sessions().openedSince(userId, LONG_AGO)).isEqualTo(3);
        assertThat(sessions().unendedOf("nobody")).isEmpty();
    }

    @Test
    void expiresInBatchesWhatIsIdleOrTooOldAndNothingElse() {
        sessions().insert(session, "hash-" + handle);
        sessions().insert(UserSessionFixtures.visitor(handle + "-2", LONG_AGO), "hash-" + handle + "-2");
        sessions().end(handle + "-2", EXPIRED);
        var before = new Limits(LONG_AGO.plusSeconds(100), LONG_AGO.plusSeconds(100));
        var idle = new Limits(LONG_AGO.plusSeconds(101), LONG_AGO);
        var old = new Limits(LONG_AGO, LONG_AGO.plusSeconds(101));

        assertThat(sessions().expired(before, 100)).isEmpty();
        assertThat(sessions().expired(idle, 100)).containsExactly(session);
        assertThat(sessions().expired(old, 100)).containsExactly(session);
        assertThat(sessions().expire(handle, before, EXPIRED)).isFalse();
        assertThat(sessions().expire(handle, idle, EXPIRED)).isTrue();
        assertThat(sessions().expire(handle, idle, EXPIRED)).isFalse();
    }

    @Test
    void forgetsInBatchesWhatEndedLongAgo() {
        for (int i = 0; i < 3; i++) {
            sessions().insert(account(i), "hash-" + handle + i);
            sessions().end(handle + i, new Ending(LONG_AGO.plusSeconds(i), SessionEnd.EXPIRED));
        }

        assertThat(sessions().forgetEndedBefore(LONG_AGO.plusSeconds(2), 1)).isEqualTo(1);
        assertThat(sessions().forgetEndedBefore(LONG_AGO.plusSeconds(2), 5)).isEqualTo(1);
        assertThat(sessions().findBySecret("hash-" + handle + 0)).isEmpty();
        assertThat(sessions().findBySecret("hash-" + handle + 2)).isPresent();
    }

    @Test
    void marksASessionSuspiciousOnce() {
        sessions().insert(session, "hash-" + handle);
        assertThat(sessions().suspicionsOf(handle)).isEmpty();

        assertThat(sessions().suspect(handle, Set.of("b", "a"))).isTrue();
        assertThat(sessions().suspect(handle, Set.of("c"))).isFalse();
        assertThat(sessions().suspect("nobody", Set.of("c"))).isFalse();

        assertThat(sessions().suspicionsOf(handle)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void countsWhatRuns() {
        var limits = new Limits(LONG_AGO, LONG_AGO);
        long before = sessions().countRunning(limits);
        sessions().insert(session, "hash-" + handle);
        assertThat(sessions().countRunning(limits)).isEqualTo(before + 1);

        sessions().end(handle, EXPIRED);
        assertThat(sessions().countRunning(limits)).isEqualTo(before);
    }

    @Test
    void letsOnlyOneAtATimeWorkForAUser() {
        var granted = Together.all(
                12,
                i -> () -> sessions().alone(userId, () -> {
                    boolean room = sessions().unendedOf(userId).size() < 5;
                    if (room) {
                        sessions().insert(account(i), "hash-" + handle + i);
                    }
                    return room;
                }));

        assertThat(granted.stream().filter(room -> room)).hasSize(5);
        assertThat(sessions().unendedOf(userId)).hasSize(5);
    }

    private UserSession account(int number) {
        return UserSessionFixtures.account(handle + number, userId, false, LONG_AGO.plusSeconds(number));
    }
}
